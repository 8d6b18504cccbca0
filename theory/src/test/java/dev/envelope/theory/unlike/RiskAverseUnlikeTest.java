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
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RiskAverseUnlikeTest {

    private static final List<ValueDistribution> TYPES =
            List.of(UniformDistribution.of(0, 1), UniformDistribution.of(0, 1.6));

    /** The search plays the auction with the true distributions and utilities. */
    @Test
    void nobodyGainsByAnotherBid() {
        RiskAverseUnlike auction =
                RiskAverseUnlike.of(TYPES, OptionalDouble.empty(), new ConstantRelativeRiskAversion(0.5));
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
        RiskAverseUnlike auction =
                RiskAverseUnlike.of(alike, OptionalDouble.empty(), new ConstantRelativeRiskAversion(0.5));

        assertThat(auction.bid(0, 0.8)).isEqualTo(0.8 * 3 / 4, within(1e-8));
        assertThat(auction.winProbability(0, 0.8)).isEqualTo(Math.pow(0.8, 1.5), within(1e-8));
        assertThat(auction.payment(0, 0.8)).isEqualTo(0.6 * Math.pow(0.8, 1.5), within(1e-8));
        assertThat(auction.expectation(1, x -> x)).isEqualTo(0.6, within(1e-8));
    }

    @Test
    void nobodyGainsByAnotherBidWithConstantAbsoluteRiskAversion() {
        OptionalDouble reserve = OptionalDouble.of(0.2);
        Utility utility = new ConstantAbsoluteRiskAversion(2);
        RiskAverseUnlike auction = RiskAverseUnlike.of(TYPES, reserve, utility);
        List<BidFunction> profile = List.of(x -> auction.bid(0, x), x -> auction.bid(1, x));
        BayesianGame game = new BayesianGame(FirstPriceAuction.of(2, reserve), TYPES, utility);
        for (int bidder = 0; bidder < 2; bidder++) {
            BestResponse search = BestResponse.of(game, profile, bidder);
            for (double x : new double[] {0.3, 0.6, 0.95}) {
                assertThat(search.gain(x)).as(bidder + " at " + x).isLessThan(1e-8);
                assertThat(auction.utility(bidder, x))
                        .isEqualTo(search.payoff(x, auction.bid(bidder, x)), within(1e-8));
            }
        }
    }

    /** E[e^(λY)] of the rival Y, at least the reserve, is e^(λb): with U[0, 1], r·e^(λr) + (e^(λx) − e^(λr))/λ over x. */
    @Test
    void alikeBiddersWithConstantAbsoluteRiskAversionAreTheKnownFormula() {
        List<ValueDistribution> alike = List.of(UniformDistribution.of(0, 1), UniformDistribution.of(0, 1));
        RiskAverseUnlike auction =
                RiskAverseUnlike.of(alike, OptionalDouble.of(0.2), new ConstantAbsoluteRiskAversion(2));
        double mean = (0.2 * Math.exp(0.4) + (Math.exp(1.2) - Math.exp(0.4)) / 2) / 0.6;

        assertThat(auction.bid(1, 0.6)).isEqualTo(Math.log(mean) / 2, within(1e-9));
        assertThat(auction.winProbability(1, 0.6)).isEqualTo(0.6, within(1e-9));
        assertThat(auction.lowestBid()).isEqualTo(0.2, within(1e-12));
    }

    @Test
    void exponentsOutsideAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RiskAverseUnlike.of(TYPES, OptionalDouble.empty(), new ConstantRelativeRiskAversion(1.5)))
                .withMessageContaining("alpha: 1.5");
    }
}
