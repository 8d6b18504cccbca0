package dev.envelope.theory.callmarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.OfferFunction;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.distribution.composite.PiecewiseLinearDistribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoleBuyerBidTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void theBidLeapsOverCostsThatNobodyHas() {
        ValueDistribution costs =
                MixtureDistribution.ofEqual(List.of(UniformDistribution.of(0, 0.1), UniformDistribution.of(0.5, 0.6)));
        OfferFunction bid = SoleBuyerBid.of(new Population(1, UNIT, 1, costs));
        // At most 0.1 is worth (v − 0.1)/2; b = 0.5 + x is worth (v − b)·(1/2 + 5x), best at x = 0.1, where v − 0.6 is
        // more from v = 1.1 on.
        assertThat(bid.offer(1)).isEqualTo(0.1, within(1e-12));
        OfferFunction richer = SoleBuyerBid.of(new Population(1, UniformDistribution.of(0, 2), 1, costs));
        assertThat(richer.offer(1.0999)).isEqualTo(0.1, within(1e-12));
        assertThat(richer.offer(1.1001)).isEqualTo(0.6, within(1e-12));
        assertThat(richer.typeOf(0.3)).isEqualTo(1.1, within(1e-9));
    }

    @Test
    void moreSellersMoveTheValueFromWhichBidsLeap() {
        ValueDistribution costs =
                new PiecewiseLinearDistribution(List.of(0.0, 0.5, 0.6, 1.0), List.of(0.0, 0.2, 0.8, 1.0));
        for (int sellers : new int[] {1, 2, 4}) {
            OfferFunction bid = SoleBuyerBid.of(new Population(1, UNIT, sellers, costs));
            double leap = 0;
            for (double value = 0.05; value < 1; value += 0.05) {
                double earned = 0;
                for (double offer = 0; offer <= 1; offer += 0.005) {
                    earned = Math.max(earned, payoff(value, offer, costs, sellers));
                }
                // The error of the rule.
                assertThat(payoff(value, bid.offer(value), costs, sellers)).isGreaterThan(earned - 1e-5);
                leap = bid.offer(value) - bid.offer(value - 0.05) > 0.1 ? value : leap;
            }
            assertThat(leap).isPositive();
        }
    }

    /** By the trapezoid rule over the second-cheapest cost: what a bid pays less than itself. */
    private static double payoff(double value, double bid, ValueDistribution costs, int sellers) {
        int steps = 200;
        double below = 0;
        for (int i = 0; i <= steps; i++) {
            double rank = costs.cdf(bid * i / steps);
            double none = Math.pow(1 - rank, sellers);
            double one = sellers * rank * Math.pow(1 - rank, sellers - 1);
            below += (1 - none - one) * (i == 0 || i == steps ? 0.5 : 1) * bid / steps;
        }
        return (value - bid) * (1 - Math.pow(1 - costs.cdf(bid), sellers)) + below;
    }
}
