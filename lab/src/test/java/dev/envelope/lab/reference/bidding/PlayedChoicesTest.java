package dev.envelope.lab.reference.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.licence.Licence;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.LicenceBidding.Pricing;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What two unlike agents expect is what playing their bids against every value of the other comes to. */
class PlayedChoicesTest {

    private static final int VALUES = 4000;
    private static final double ALPHA = 0.3;

    private static final List<ValueDistribution> UNLIKE =
            List.of(UniformDistribution.of(0, 1), PowerDistribution.of(2, 0, 1.5));

    static Stream<Played> games() {
        PlayedChoices choices = new PlayedChoices();
        Stream<Played> firms = Stream.of(Loss.values())
                .flatMap(loss -> Stream.of(Pricing.values())
                        .map(pricing -> new Played(
                                loss + ", " + pricing,
                                choices.of(new LicenceBidding(new Licence(UNLIKE, loss, ALPHA), pricing), true),
                                loss)));
        Stream<Played> partners = Stream.of(true, false)
                .map(isWinnersBidPaid -> new Played(
                        "partners, winner's bid " + isWinnersBidPaid, choices.of(UNLIKE, isWinnersBidPaid), null));
        return Stream.concat(firms, partners);
    }

    @ParameterizedTest
    @MethodSource("games")
    void expectationsAreThoseOfPlay(Played played) {
        PlayedChoice game = played.game();
        for (int agent = 0; agent < 2; agent++) {
            double own = 0.7;
            double wins = 0;
            double pays = 0;
            double losses = 0;
            for (int k = 0; k < VALUES; k++) {
                double other = UNLIKE.get(1 - agent).quantile((k + 0.5) / VALUES);
                double[] bids = new double[2];
                bids[agent] = game.bid(agent, own);
                bids[1 - agent] = game.bid(1 - agent, other);
                boolean isWon = bids[agent] > bids[1 - agent];
                wins += isWon ? 1 : 0;
                pays += game.payments(bids, TieOrder.byIndex(2))[agent];
                losses += isWon ? 0 : played.lost(own, other);
            }
            // one value of the other around the one that bids the same may be on the wrong side
            double rough = 3.0 / VALUES;
            assertThat(game.winProbability(agent, own)).isEqualTo(wins / VALUES, within(rough));
            assertThat(game.payment(agent, own)).isEqualTo(pays / VALUES, within(rough));
            assertThat(game.utility(agent, own)).isEqualTo((own * wins - pays - losses) / VALUES, within(rough));
            int each = agent;
            assertThat(game.mean(agent, x -> game.utility(each, x))).isEqualTo(game.surplus(agent), within(1e-8));
            assertThat(game.mean(agent, x -> game.payment(each, x))).isEqualTo(game.payment(agent), within(1e-8));
            double step = 1e-4;
            assertThat(game.slope(agent, own))
                    .isEqualTo(
                            (game.utility(agent, own + step) - game.utility(agent, own - step)) / (2 * step),
                            within(1e-6));
            assertThat(game.netGain(agent, game.worstOff(agent)))
                    .isLessThanOrEqualTo(game.netGain(agent, 0.2) + 1e-9)
                    .isLessThanOrEqualTo(game.netGain(agent, own) + 1e-9);
        }
        assertThat(game.winProbability(0) + game.winProbability(1)).isEqualTo(1, within(1e-8));
    }

    /**
     * A game.
     *
     * @param name of the parameters
     * @param game what is asked
     * @param loss what the loser loses; null among partners
     */
    record Played(String name, PlayedChoice game, @Nullable Loss loss) {

        double lost(double own, double winners) {
            if (loss == null) {
                return 0;
            }
            return ALPHA * (loss == Loss.CONSTANT ? 1 : loss == Loss.OWN_VALUE ? own : winners);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
