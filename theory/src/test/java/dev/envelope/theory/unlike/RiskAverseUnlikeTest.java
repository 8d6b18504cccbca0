package dev.envelope.theory.unlike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RiskAverseUnlikeTest {

    private static final List<ValueDistribution> TYPES =
            List.of(UniformDistribution.of(0, 1), UniformDistribution.of(0, 1.6));

    /** The search plays the auction with the true distributions and utilities. */
    @Test
    void nobodyGainsByAnotherBid() {
        RiskAverseUnlike auction = RiskAverseUnlike.of(TYPES, OptionalDouble.empty(), 0.5);
        List<BidFunction> profile = List.of(x -> auction.bid(0, x), x -> auction.bid(1, x));
        BayesianGame game = new BayesianGame(
                FirstPriceAuction.of(2, OptionalDouble.empty()), TYPES, new ConstantRelativeRiskAversion(0.5));
        for (int bidder = 0; bidder < 2; bidder++) {
            BestResponse search = BestResponse.of(game, profile, bidder);
            for (double x : new double[] {0.3, 0.6, 0.95}) {
                assertThat(search.gain(x)).as(bidder + " at " + x).isLessThan(1e-8);
                assertThat(auction.utility(bidder, x))
                        .isEqualTo(search.payoff(x, auction.bid(bidder, x)), within(1e-8));
            }
        }
    }

    /** Bids of x^a for two with x^a among alike ones: x(n−1)a/((n−1)a + α). */
    @Test
    void alikeBiddersAreTheKnownFormula() {
        List<ValueDistribution> alike = List.of(PowerDistribution.of(1.5, 0, 1), PowerDistribution.of(1.5, 0, 1));
        RiskAverseUnlike auction = RiskAverseUnlike.of(alike, OptionalDouble.empty(), 0.5);

        assertThat(auction.bid(0, 0.8)).isEqualTo(0.8 * 3 / 4, within(1e-8));
        assertThat(auction.winProbability(0, 0.8)).isEqualTo(Math.pow(0.8, 1.5), within(1e-8));
        assertThat(auction.payment(0, 0.8)).isEqualTo(0.6 * Math.pow(0.8, 1.5), within(1e-8));
        assertThat(auction.expectation(1, x -> x)).isEqualTo(0.6, within(1e-8));
    }

    @Test
    void exponentsOutsideAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RiskAverseUnlike.of(TYPES, OptionalDouble.empty(), 1.5))
                .withMessageContaining("alpha: 1.5");
    }
}
