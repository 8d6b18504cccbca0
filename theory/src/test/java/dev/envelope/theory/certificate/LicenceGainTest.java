package dev.envelope.theory.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.licence.Licence;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.LicenceBidding.Pricing;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gains of firms that bid for a licence, of which the auction of stakes tells. */
class LicenceGainTest {

    private static final ValueDistribution WEAK = UniformDistribution.of(0, 1);
    private static final ValueDistribution STRONG = UniformDistribution.of(0, 2);
    private static final double TICK = 0.1;

    private static BayesianGame game(Loss loss, Pricing pricing, ValueDistribution... types) {
        LicenceBidding bidding = new LicenceBidding(new Licence(List.of(types), loss, 0.5), pricing);
        return new BayesianGame(bidding, bidding.types());
    }

    /** Truth against truth: x bids b for 1.5x and wins with b, so that it gains (1.5x − b)·b, at 1 at most 9/16, but 1/2 by truth. */
    @Test
    void truthIsNoBestReplyWhereWinnersPay() {
        List<BidFunction> truth = Collections.nCopies(2, BidFunction.TRUTH);
        GainBound bound = GainBound.of(game(Loss.OWN_VALUE, Pricing.FIRST_PRICE, WEAK, WEAK), truth);
        assertThat(bound.found()).isEqualTo(1 / 16.0, within(1e-4));
        assertThat(bound.bound()).isBetween(bound.found(), 1.05 / 16);
        assertThat(bound.type()).isEqualTo(1, within(1e-6));
        assertThat(bound.message()).isEqualTo(0.75, within(0.02));
    }

    /** Every bid on the grid is tried against the values of the other , won and paid by what the rules say. */
    @Test
    void gainsOnTicksAreThoseOfTryingEveryTick() {
        for (Loss loss : List.of(Loss.OWN_VALUE, Loss.CONSTANT)) {
            for (Pricing pricing : Pricing.values()) {
                BayesianGame game = game(loss, pricing, WEAK, STRONG);
                List<BidFunction> bids = ((Equilibrium) Equilibria.of(game)).strategies();
                for (int firm = 0; firm < 2; firm++) {
                    double tried = tried(game, bids, firm);
                    assertThat(GainBound.onTicksOfAgent(game, bids, firm, TICK).bound())
                            .as("%s %d", game, firm)
                            .isBetween(tried - 2e-3, tried + 4e-3);
                }
            }
        }
    }

    /** The largest gain of 200 values of {@code firm}, each against 1000 values of the other, from any tick. */
    private static double tried(BayesianGame game, List<BidFunction> bids, int firm) {
        int many = 1000;
        double[] rival = new double[many];
        for (int k = 0; k < many; k++) {
            double value = game.types().get(1 - firm).quantile((k + 0.5) / many);
            rival[k] = rounded(bids.get(1 - firm).message(value));
        }
        double largest = 0;
        for (int m = 0; m <= 200; m++) {
            double value = game.types().get(firm).quantile(m / 200.0);
            double own = earned(game, value, rounded(bids.get(firm).message(value)), rival);
            for (int tick = 0; tick <= 30; tick++) {
                largest = Math.max(largest, earned(game, value, rounded(tick * TICK), rival) - own);
            }
        }
        return largest;
    }

    private static double rounded(double bid) {
        return Math.rint(bid / TICK) * TICK;
    }

    private static double earned(BayesianGame game, double value, double bid, double... rivals) {
        LicenceBidding bidding = (LicenceBidding) game.mechanism();
        double sum = 0;
        for (double rival : rivals) {
            for (int order = 0; order < 2; order++) {
                boolean isFirst = bid > rival || (bid == rival && order == 0);
                double price = bidding.pricing() == Pricing.SECOND_PRICE ? Math.min(bid, rival) : bid;
                boolean pays = isFirst || bidding.pricing() == Pricing.ALL_PAY;
                double lost = bidding.licence().loss() == Loss.CONSTANT ? 0.5 : 0.5 * value;
                sum += (isFirst ? value : -lost) - (pays ? price : 0);
            }
        }
        return sum / (2 * rivals.length);
    }

    @Test
    void aLossByTheWinnersValueIsNotCovered() {
        BayesianGame game = game(Loss.WINNERS_VALUE, Pricing.SECOND_PRICE, WEAK, STRONG);
        assertThat(GainBound.obstacle(game).orElseThrow()).contains("their own value or a constant");
        assertThat(GainBound.obstacleOnTicks(game).orElseThrow()).contains("their own value or a constant");
    }
}
