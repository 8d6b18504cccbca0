package dev.envelope.theory.asymmetric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** First-price auctions by what happens near the lowest bid, with three to five bidders of uniform values. */
class LowestBidsTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    /** A bidder that begins at the reserve alone bids almost nothing more for a whole range of values. */
    @Test
    void aReserveThatIsSomebodysLowestValue() {
        check(OptionalDouble.of(0.47), 0.47, 1.22, 0.19, 1.11, 0.4, 0.67);
        check(OptionalDouble.of(0.57), 0.57, 1.86, 0.52, 1.12, 0.02, 1.46, 0.11, 1.33, 0.11, 1.21);
        check(OptionalDouble.of(0.51), 0.18, 0.64, 0.5, 1.44, 0.4, 1.97, 0.51, 1.15);
    }

    /** The lowest values win at bids that differ from the reserve by less than rounding: what they gain counts. */
    @Test
    void valuesThatBidAlmostTheReserveGain() {
        AsymmetricFirstPrice auction = AsymmetricFirstPrice.of(
                List.of(UniformDistribution.of(0.47, 1.22), UniformDistribution.of(0.19, 1.11)),
                OptionalDouble.of(0.47));
        assertThat(auction.bid(0, 0.48)).isEqualTo(0.47, within(1e-7));
        assertThat(auction.surplus(0)).isEqualTo(surplus(auction, 0, 4000), within(1e-7));
    }

    @Test
    void aReserveJustAboveSomebodysLowestValue() {
        check(OptionalDouble.of(0.55), 0.01, 0.84, 0.19, 0.53, 0.51, 1.3);
        check(OptionalDouble.of(0.54), 0.49, 2.07, 0.35, 1.09, 0.2, 1.19);
    }

    /** The strongest's lowest type would rather bid less than the reserve, so that its bids rise slowly from there on. */
    @Test
    void aReserveJustBelowTheStrongestsLowestValue() {
        check(OptionalDouble.of(0.46), 0.08, 1.59, 0.05, 1.29, 0.24, 0.82, 0.48, 1.05);
    }

    @Test
    void aNarrowStrongestBidder() {
        check(NONE, 0.39, 0.77, 0.57, 0.77, 0.25, 0.71, 0.21, 1.69, 0.51, 1.2);
        check(NONE, 0.18, 1.05, 0.27, 0.59, 0.43, 0.6, 0.08, 1.38, 0.2, 1.2);
        check(OptionalDouble.of(0.02), 0.02, 0.39, 0.1, 1.06, 0.52, 1.54);
    }

    /** The lowest bid is 0.4186, and margins of values up to 0.42 there are so small that what happens where they begin is over at once. */
    @Test
    void aHighestValueJustAboveTheLowestBid() {
        check(NONE, 0.56, 0.84, 0.2, 0.4, 0.15, 0.42, 0.12, 1.06);
    }

    private static void check(OptionalDouble reserve, double... ends) {
        List<ValueDistribution> types = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            types.add(UniformDistribution.of(ends[i], ends[i + 1]));
        }
        AsymmetricFirstPrice auction = AsymmetricFirstPrice.of(types, reserve);
        assertThat(auction.unsolvedShare()).isLessThan(1e-9);
        assertThat(DeviationSearch.largestGain(auction)).isBetween(0.0, 1e-8);
        for (int i = 0; i < types.size(); i++) {
            assertThat(auction.surplus(i)).isEqualTo(surplus(auction, i, 200), within(2e-5));
        }
    }

    /** E[(v − b(v))·P(all others bid less)] by the midpoint rule, from the bid functions alone. */
    private static double surplus(AsymmetricFirstPrice auction, int bidder, int values) {
        ValueDistribution type = auction.types().get(bidder);
        double from = Math.max(type.lower(), auction.lowestBid());
        double width = type.upper() - from;
        double sum = 0;
        for (int k = 0; k < values && width > 0; k++) {
            double value = from + (k + 0.5) / values * width;
            double bid = auction.bid(bidder, value);
            double chance = type.density(value) * width / values;
            for (int j = 0; j < auction.types().size(); j++) {
                chance *= j == bidder ? 1 : below(auction, j, bid);
            }
            sum += (value - bid) * chance;
        }
        return sum;
    }

    private static double below(AsymmetricFirstPrice auction, int bidder, double bid) {
        ValueDistribution type = auction.types().get(bidder);
        double low = Math.max(type.lower(), auction.lowestBid());
        double high = Math.max(low, type.upper());
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (auction.bid(bidder, middle) < bid) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return type.cdf(high);
    }
}
