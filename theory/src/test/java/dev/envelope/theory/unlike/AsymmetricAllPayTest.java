package dev.envelope.theory.unlike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsymmetricAllPayTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    private static AsymmetricAllPay auction(double minimumBid, ValueDistribution... types) {
        return AsymmetricAllPay.of(List.of(types), minimumBid).orElseThrow();
    }

    /** G_i/v_i is 1, 1 and 1/2: G_i = P^(1/5) and P^(3/5) and b = 4P/5, so that bids are 4x⁵/5 and (4/5)·(x/2)^(5/3). */
    @Test
    void threeUniformsAreTheClosedForm() {
        AsymmetricAllPay auction = auction(0, UNIT, UNIT, UniformDistribution.of(0, 2));

        assertThat(auction.highestBid()).isEqualTo(0.8, within(1e-13));
        assertThat(auction.bid(0, 0.7)).isEqualTo(0.8 * Math.pow(0.7, 5), within(1e-13));
        assertThat(auction.bid(2, 1.3)).isEqualTo(0.8 * Math.pow(0.65, 5 / 3.0), within(1e-13));
        assertThat(auction.payment(1)).isEqualTo(0.8 / 6, within(1e-12));
        assertThat(auction.payment(2)).isEqualTo(0.3, within(1e-12));
        // x wins with chance P/G: ∫ x·x⁴ dx, and ∫ x·(x/2)^(2/3) dx/2
        assertThat(auction.gains(0)).isEqualTo(1 / 6.0, within(1e-12));
        assertThat(auction.gains(2)).isEqualTo(0.75, within(1e-12));
        assertThat(auction.saleProbability()).isOne();
    }

    /** Two are enough to bid what 0.4 does not pay for, and two without low values leave nothing to one who may have any. */
    @Test
    void whoHasLittleToWinStaysOut() {
        AsymmetricAllPay weak = auction(0, UNIT, UNIT, UniformDistribution.of(0, 0.4));
        AsymmetricAllPay low = auction(0, UNIT, UniformDistribution.of(0.5, 1.5), UniformDistribution.of(0.5, 1.5));

        assertThat(weak.bid(2, 0.4)).isZero();
        assertThat(weak.payment(2)).isZero();
        assertThat(weak.bid(0, 0.6)).isEqualTo(0.18, within(1e-13));
        assertThat(low.bid(0, 1)).isZero();
        assertThat(low.bid(1, 0.9)).isEqualTo((0.81 - 0.25) / 2, within(1e-13));
    }

    /** Against two who bid x²/2 a bid of b wins with a chance of 2b: a value of 1/2 gains nothing by any bid, and lower ones lose. */
    @Test
    void whoGainsNothingByAnyBidStaysOut() {
        AsymmetricAllPay auction = auction(0, UNIT, UNIT, UniformDistribution.of(0.2, 0.5));

        assertThat(auction.bid(2, 0.5)).isZero();
        assertThat(auction.bid(0, 0.6)).isEqualTo(0.18, within(1e-13));
    }

    /** The lowest value that bids pays what the chance to win is worth to it; lower ones bid nothing. */
    @Test
    void aStopIsWhereABidIsWorthNothing() {
        ValueDistribution hump = new BetaDistribution(2, 2, 0, 1);
        AsymmetricAllPay auction = auction(0, UNIT, hump, hump);
        double last = auction.silentUpTo(0);
        double bid = auction.bid(0, last);
        double rival = hump.cdf(Bisection.first(0, 1, x -> auction.bid(1, x) >= bid));

        assertThat(last).isBetween(0.1, 0.9);
        assertThat(bid).isGreaterThan(1e-3).isEqualTo(last * rival * rival, within(1e-12));
        assertThat(auction.bid(0, Math.nextDown(last))).isZero();
        assertThat(auction.knots(0)).contains(Math.nextDown(last), last);
    }

    /** Bidders join one after the other on the way down, at the bid that is best for their highest values. */
    @Test
    void lowerHighestValuesBidLess() {
        AsymmetricAllPay auction = auction(
                0, UNIT, PowerDistribution.of(0.5, 0, 2), PowerDistribution.of(3, 0, 1), UniformDistribution.of(0, 3));

        assertThat(auction.bid(0, 1)).isLessThan(0.9 * auction.highestBid());
        assertThat(auction.bid(2, 1)).isEqualTo(auction.bid(0, 1), within(1e-12));
        assertThat(auction.bid(1, 2)).isEqualTo(auction.highestBid(), within(1e-12));
        assertThat(Arrays.stream(auction.knots(3))
                        .anyMatch(x -> Math.abs(auction.bid(3, x) - auction.bid(0, 1)) < 1e-9))
                .isTrue();
    }

    /** With a minimum bid of 0.1 the weaker gains nothing with it, and of the stronger those values make it that gain something. */
    @Test
    void aMinimumBidIsMadeByOne() {
        AsymmetricAllPay auction = auction(0.1, UNIT, UniformDistribution.of(0, 2));
        double weakest = auction.silentUpTo(0);
        double chance = auction.silentUpTo(1) / 2;

        assertThat(weakest * chance).isEqualTo(0.1, within(1e-12));
        assertThat(auction.bidsFrom(1) * weakest).isEqualTo(0.1, within(1e-12));
        assertThat(auction.bid(1, auction.bidsFrom(1) + 0.01)).isEqualTo(0.1);
        assertThat(auction.bid(1, auction.bidsFrom(1) - 0.01)).isNaN();
        assertThat(auction.bid(0, weakest + 1e-3)).isGreaterThan(0.1);
        assertThat(auction.saleProbability()).isEqualTo(1 - weakest * auction.bidsFrom(1) / 2, within(1e-12));
    }

    /** Sums along the path against integrals of the bids. */
    @Test
    void paymentsAreTheMeansOfBids() {
        ValueDistribution[] types = {UNIT, UniformDistribution.of(0, 0.8), UniformDistribution.of(0, 0.6)};
        for (double minimumBid : new double[] {0, 0.1}) {
            AsymmetricAllPay auction = auction(minimumBid, types);
            for (int i = 0; i < 3; i++) {
                int bidder = i;
                double[] knots = auction.knots(i);
                knots[0] = Math.max(knots[0], auction.bidsFrom(i));
                double mean = Quadrature.integrate(x -> auction.bid(bidder, x) * types[bidder].density(x), knots);
                assertThat(auction.payment(i)).isEqualTo(mean, within(1e-9));
            }
        }
    }

    /** Where two end to bid hangs on each other, and one of them may never begin. */
    @Test
    void whyNoPathIsFoundIsTold() {
        AsymmetricAllPay.Attempt attempt = AsymmetricAllPay.attempt(
                List.of(
                        new BetaDistribution(0.91, 3.88, 0, 0.79),
                        UniformDistribution.of(0, 1.45),
                        new BetaDistribution(4, 4, 0.32, 0.54),
                        UniformDistribution.of(0.34, 0.66)),
                0);

        assertThat(attempt.auction()).isEmpty();
        assertThat(attempt.obstacle()).contains("where some bidders' bids end is not found with bounded effort");
    }

    @Test
    void tooFewWhoCouldBidAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auction(1, UNIT, UniformDistribution.of(0, 2)))
                .withMessage("types: 1 with values above the minimum bid of 1.0 (expected: at least 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auction(0, UNIT, UniformDistribution.of(-1, 2)))
                .withMessageContaining("values of at least 0");
    }
}
