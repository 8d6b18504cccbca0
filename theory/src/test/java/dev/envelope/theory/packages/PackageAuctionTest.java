package dev.envelope.theory.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PackageAuctionTest {

    private static final XorBids LOCALS = locals(6, 5, 8);

    @Test
    void twoLocalsAgainstOneGlobalPayWhatTheirRuleSays() {
        pays(PackagePricing.PAY_AS_BID, LOCALS, 6, 5, 0);
        pays(PackagePricing.VCG, LOCALS, 3, 2, 0);
        pays(PackagePricing.NEAREST_VCG, LOCALS, 4.5, 3.5, 0);
        pays(PackagePricing.NEAREST_ZERO, LOCALS, 4, 4, 0);
        pays(PackagePricing.NEAREST_BID, LOCALS, 4.5, 3.5, 0);
        pays(PackagePricing.PROPORTIONAL, LOCALS, 8 * 6 / 11.0, 8 * 5 / 11.0, 0);
        pays(PackagePricing.NEAREST_ZERO, locals(10, 3, 8), 5, 3, 0);
        pays(PackagePricing.NEAREST_BID, locals(10, 1, 4), 4, 0, 0);
        pays(PackagePricing.NEAREST_VCG, locals(10, 6, 8), 5, 3, 0);
        pays(PackagePricing.NEAREST_VCG, locals(3, 2, 8), 0, 0, 5);
    }

    @Test
    void vickreyRevenueFallsWhenABidderJoins() {
        // Bidders for A, B, AB, and A again: with the fourth, the third no longer keeps the second's payment up.
        pays(PackagePricing.VCG, bids("A2", "B2", "AB2", "A1"), 1, 0, 0, 0);
        pays(PackagePricing.VCG, bids("A2", "AB2"), 2, 0);
    }

    @Test
    void corePaymentsAreBlockedByNoGroupAndNearestAmongTheCheapest() {
        SplittableRandom random = new SplittableRandom(8);
        int aboveVickrey = 0;
        for (int round = 0; round < 25; round++) {
            XorBids bids = WinnerDeterminationTest.random(random, 5, 5, 2, 1e3);
            List<Double> vickrey = play(PackagePricing.VCG, bids).payments();
            PackageOutcome nearest = play(PackagePricing.NEAREST_VCG, bids);
            double[] worths = worths(bids);
            assertThat(mostBlocked(bids, nearest, nearest.payments(), worths)).isLessThan(1e-9);
            double base = sum(vickrey);
            aboveVickrey += nearest.revenue() > base + 1e-6 ? 1 : 0;
            for (PackagePricing pricing : PackagePricing.values()) {
                PackageOutcome other = play(pricing, bids);
                if (pricing.isCoreSelecting()) {
                    assertThat(other.revenue()).isEqualTo(nearest.revenue(), within(1e-9));
                    assertThat(mostBlocked(bids, other, other.payments(), worths))
                            .isLessThan(1e-9);
                    assertThat(distance(vickrey, nearest.payments()))
                            .isLessThanOrEqualTo(distance(vickrey, other.payments()) + 1e-6);
                }
            }
            nothingInTheCoreIsCheaper(random, bids, nearest, worths);
        }
        assertThat(aboveVickrey).isGreaterThan(5);
    }

    /** Random payments below the minimum revenue are blocked, and others of that revenue are not nearer to Vickrey's. */
    private static void nothingInTheCoreIsCheaper(
            SplittableRandom random, XorBids bids, PackageOutcome nearest, double[] worths) {
        List<Double> vickrey = play(PackagePricing.VCG, bids).payments();
        for (int tried = 0; tried < 300; tried++) {
            List<Double> payments = new ArrayList<>();
            for (int i = 0; i < bids.size(); i++) {
                double from = vickrey.get(i);
                double to = nearest.award().amount(i);
                double near = nearest.payments().get(i) + (random.nextDouble() - 0.5) * 0.1 * (to - from);
                payments.add(Math.max(from, Math.min(to, near)));
            }
            boolean isCheaper = sum(payments) < nearest.revenue() - 1e-6;
            boolean isSame = Math.abs(sum(payments) - nearest.revenue()) < 1e-6;
            if (isCheaper) {
                assertThat(mostBlocked(bids, nearest, payments, worths)).isPositive();
            } else if (isSame && mostBlocked(bids, nearest, payments, worths) <= 0) {
                assertThat(distance(vickrey, payments)).isGreaterThan(distance(vickrey, nearest.payments()) - 1e-3);
            }
        }
    }

    @Test
    void identicalOffersPayTheirOwnAmountInTheCore() {
        pays(PackagePricing.NEAREST_VCG, bids("A2", "A2"), 2, 0);
        pays(PackagePricing.NEAREST_BID, bids("AB3", "AB3", "A1"), 3, 0, 0);
        pays(PackagePricing.PROPORTIONAL, bids("A2", "B3"), 0, 0);
    }

    /** The largest worth of a group beyond what it and the seller have, over all groups. */
    private static double mostBlocked(XorBids bids, PackageOutcome outcome, List<Double> payments, double[] worths) {
        double most = Double.NEGATIVE_INFINITY;
        for (int group = 0; group < worths.length; group++) {
            double have = sum(payments);
            for (int i = 0; i < bids.size(); i++) {
                have += (group >>> i & 1) == 1 ? outcome.award().amount(i) - payments.get(i) : 0;
            }
            most = Math.max(most, worths[group] - have);
        }
        return most;
    }

    private static double[] worths(XorBids bids) {
        double[] worths = new double[1 << bids.size()];
        Arrays.setAll(worths, group -> {
            List<List<PackageBid>> of = new ArrayList<>(bids.bidders());
            for (int i = 0; i < of.size(); i++) {
                of.set(i, (group >>> i & 1) == 1 ? of.get(i) : List.of());
            }
            return Enumeration.best(bids, of);
        });
        return worths;
    }

    private static double distance(List<Double> one, List<Double> other) {
        double squares = 0;
        for (int i = 0; i < one.size(); i++) {
            squares += Math.pow(one.get(i) - other.get(i), 2);
        }
        return Math.sqrt(squares);
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static PackageOutcome play(PackagePricing pricing, XorBids bids) {
        return new PackageAuction(pricing).outcome(bids, TieOrder.byIndex(bids.size()));
    }

    private static void pays(PackagePricing pricing, XorBids bids, double... payments) {
        List<Double> actual = play(pricing, bids).payments();
        for (int i = 0; i < payments.length; i++) {
            assertThat(actual.get(i)).as(pricing + " of " + bids).isEqualTo(payments[i], within(1e-12));
        }
    }

    private static XorBids locals(double one, double two, double global) {
        return new XorBids(
                2,
                List.of(
                        List.of(new PackageBid(Bundle.of(0), one)),
                        List.of(new PackageBid(Bundle.of(1), two)),
                        List.of(new PackageBid(Bundle.of(0, 1), global))));
    }

    /** One offer per bidder, such as "AB2". */
    private static XorBids bids(String... offers) {
        List<List<PackageBid>> all = new ArrayList<>();
        for (String offer : offers) {
            int[] members =
                    offer.chars().filter(Character::isLetter).map(c -> c - 'A').toArray();
            all.add(List.of(new PackageBid(Bundle.of(members), Double.parseDouble(offer.replaceAll("\\D", "")))));
        }
        return new XorBids(2, all);
    }
}
