package dev.envelope.theory.certificate;

import static dev.envelope.theory.certificate.Climbs.CLOSE;
import static dev.envelope.theory.certificate.Climbs.EFFORT;
import static dev.envelope.theory.certificate.Climbs.UNIT;
import static dev.envelope.theory.certificate.Climbs.game;
import static dev.envelope.theory.certificate.Climbs.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.deviation.BidLoss;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.preference.Utility;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gains where the third bid is the price. */
class ThirdPriceClimbTest {

    @Test
    void thirdPriceEquilibriaGainNothing() {
        // β(x) = x·(n−1)/(n−2), and x + x/(a·(n−2)) for x^a.
        nothing(game(ThirdPriceAuction.of(3), Utility.riskNeutral(), UNIT), line(2));
        nothing(game(ThirdPriceAuction.of(5), Utility.riskNeutral(), UNIT), line(4 / 3.0));
        nothing(game(ThirdPriceAuction.of(4), Utility.riskNeutral(), PowerDistribution.of(3, 0, 1)), line(7 / 6.0));
    }

    @Test
    void otherThirdPriceBidsAreSeenToLose() {
        BayesianGame game = game(ThirdPriceAuction.of(4), Utility.riskNeutral(), UNIT);
        closeToAnIndependentSearch(game, Collections.nCopies(4, line(2)), 0);
        BayesianGame unlike = new BayesianGame(
                ThirdPriceAuction.of(3),
                List.of(UNIT, UniformDistribution.of(0.2, 1.4), PowerDistribution.of(2, 0, 1)));
        List<BidFunction> strategies =
                List.of(line(1.8), PiecewiseLinearBid.of(new double[] {0.2, 1.4}, new double[] {0.1, 2}), line(1.2));
        closeToAnIndependentSearch(unlike, strategies, 1);
    }

    @Test
    void aThirdPriceThatIsTiedIsSharedAndOutbidByAHair() {
        BayesianGame game = game(ThirdPriceAuction.of(3), Utility.riskNeutral(), UNIT);
        PiecewiseLinearBid half = PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0.5, 0.5});
        GainBound bound = GainBound.of(game, List.of(half, half, half), EFFORT);
        // Type 1 gets 1/2 for certain instead of a third of it.
        assertThat(bound.found()).isBetween(1 / 3.0 / CLOSE, 1 / 3.0 + 1e-12);
        assertThat(bound.bound()).isBetween(1 / 3.0, CLOSE / 3);
    }

    @Test
    void aThirdPriceNeedsRivalsThatBid() {
        BayesianGame game = game(ThirdPriceAuction.of(3), Utility.riskNeutral(), UNIT);
        PiecewiseLinearBid late = PiecewiseLinearBid.of(new double[] {0.5, 1}, new double[] {0.1, 0.2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GainBound.of(game, List.of(late, late, late)))
                .withMessageContaining("abstains with probability 0.5");
    }

    private static void nothing(BayesianGame game, BidFunction bid) {
        List<BidFunction> strategies = Collections.nCopies(game.types().size(), bid);
        assertThat(GainBound.of(game, strategies, EFFORT).bound()).isBetween(0.0, 2e-5);
    }

    private static void closeToAnIndependentSearch(BayesianGame game, List<BidFunction> strategies, int agent) {
        double other = BidLoss.of(game, strategies, agent).largestGain();
        GainBound bound = GainBound.ofAgent(game, strategies, agent, EFFORT);
        assertThat(bound.bound()).isBetween(other, Math.max(2e-5, bound.found() * CLOSE));
        assertThat(bound.found()).isEqualTo(other, within(0.02 * other + 1e-9));
    }
}
