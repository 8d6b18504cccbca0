package dev.envelope.theory.unlike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.deviation.BidLoss;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.mechanism.AllPayAuction;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnlikeAllPayTest {

    private static UnlikeAllPay auction(ValueDistribution one, ValueDistribution other) {
        return UnlikeAllPay.of(List.of(one, other));
    }

    /** U[0,1] and U[0,2] match x with 2x²: bids 2x³/3 and y^1.5/(3√2). */
    @Test
    void twoUniformsAreTheClosedForm() {
        UnlikeAllPay auction = auction(UniformDistribution.of(0, 1), UniformDistribution.of(0, 2));

        assertThat(auction.match(0, 0.7)).isEqualTo(0.98, within(1e-13));
        assertThat(auction.bid(0, 0.7)).isEqualTo(2 * 0.343 / 3, within(1e-13));
        assertThat(auction.bid(1, 1.3)).isEqualTo(Math.pow(1.3, 1.5) / (3 * Math.sqrt(2)), within(1e-13));
        assertThat(auction.winProbability(0, 0.7)).isEqualTo(0.49, within(1e-13));
        // ∫ 2x³/3 dx and ∫ y^1.5/(6√2) dy up to 2
        assertThat(auction.payment(0)).isEqualTo(1 / 6.0, within(1e-12));
        assertThat(auction.payment(1)).isEqualTo(4 / 15.0, within(1e-12));
        assertThat(auction.winProbability(0)).isEqualTo(1 / 3.0, within(1e-12));
        // ∫ |x² − x/2| dx, by parts at 1/2
        assertThat(auction.misallocation()).isEqualTo(1 / 48.0 + 5 / 48.0, within(1e-12));
    }

    /** Alike bidders bid ∫ s·f(s) ds. */
    @Test
    void alikeBiddersAreTheSymmetricFormula() {
        UnlikeAllPay auction = auction(PowerDistribution.of(2, 0, 1), PowerDistribution.of(2, 0, 1));

        assertThat(auction.bid(0, 0.6)).isEqualTo(2 * 0.216 / 3, within(1e-13));
        assertThat(auction.misallocation()).isEqualTo(0, within(1e-12));
    }

    /** With U[1,2] against U[0,1] the lowest values of the weaker bid 0: its integral reaches ln 2 at 1/2. */
    @Test
    void theWeakerMayBidNothing() {
        UnlikeAllPay auction = auction(UniformDistribution.of(1, 2), UniformDistribution.of(0, 1));

        assertThat(auction.silentUpTo(1)).isEqualTo(0.5, within(1e-12));
        assertThat(auction.bid(1, 0.4)).isZero();
        assertThat(auction.winProbability(0, 1)).isEqualTo(0.5, within(1e-12));
        // k(x) = x/2 and 2y: ∫ s/2 ds from 1, ∫ 2s ds from 1/2
        assertThat(auction.bid(0, 1.5)).isEqualTo(1.25 / 4, within(1e-12));
        assertThat(auction.bid(1, 0.8)).isEqualTo(0.39, within(1e-12));
    }

    @Test
    void nobodyGainsByAnotherBid() {
        List<ValueDistribution> types = List.of(PowerDistribution.of(2, 0, 1), UniformDistribution.of(0.2, 1.5));
        UnlikeAllPay auction = UnlikeAllPay.of(types);
        List<BidFunction> profile = List.of(
                PiecewiseCubicBid.through(x -> auction.bid(0, x), 1e-12, 0, 1),
                PiecewiseCubicBid.through(x -> auction.bid(1, x), 1e-12, 0.2, 1.5));
        BayesianGame game = new BayesianGame(AllPayAuction.of(2), types);
        for (int bidder = 0; bidder < 2; bidder++) {
            BidLoss loss = BidLoss.of(game, profile, bidder);
            for (double x : new double[] {0.3, 0.6, 0.95}) {
                assertThat(loss.gain(x)).as(bidder + " at " + x).isLessThan(1e-9);
                assertThat(loss.prescribed(x)).isEqualTo(auction.utility(bidder, x), within(1e-9));
            }
        }
    }

    @Test
    void whatItDoesNotKnowIsRefused() {
        UniformDistribution unit = UniformDistribution.of(0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnlikeAllPay.of(List.of(unit, unit, unit)))
                .withMessageContaining("two bidders");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auction(unit, UniformDistribution.of(-1, 1)))
                .withMessageContaining("at least 0");
    }

    /** ∫_x^2 f(s)/s ds of the root on [1, 2] is π/4 in all, so that U[0,1] is silent up to e^(−π/4). */
    @Test
    void densitiesWithoutABoundBidUpToTheSame() {
        UnlikeAllPay root = auction(PowerDistribution.of(0.5, 1, 2), UniformDistribution.of(0, 1));
        assertThat(root.silentUpTo(1)).isEqualTo(Math.exp(-Math.PI / 4), within(1e-10));
        for (UnlikeAllPay auction : List.of(
                root,
                auction(new BetaDistribution(0.5, 0.5, 1, 2), UniformDistribution.of(1, 2)),
                auction(new BetaDistribution(2, 0.5, 0, 3), UniformDistribution.of(0, 1)),
                auction(new BetaDistribution(2, 0.5, 0, 20), UniformDistribution.of(0, 1)))) {
            double top = auction.bid(0, auction.types().get(0).upper());
            assertThat(auction.bid(1, auction.types().get(1).upper())).isEqualTo(top, within(1e-7));
            assertThat(auction.winProbability(0) + auction.winProbability(1)).isEqualTo(1, within(1e-7));
        }
    }

    @Test
    void nobodyIsSilentWhereDensitiesReachDownToNothing() {
        UnlikeAllPay auction = auction(UniformDistribution.of(0, 1), UniformDistribution.of(0, 2));
        assertThat(auction.silentUpTo(0)).isZero();
        assertThat(auction.silentUpTo(1)).isZero();
    }
}
