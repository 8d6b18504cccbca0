package dev.envelope.theory.finite.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.packages.Bundle;
import dev.envelope.theory.packages.PackageAuction;
import dev.envelope.theory.packages.PackageBid;
import dev.envelope.theory.packages.PackageOutcome;
import dev.envelope.theory.packages.PackagePricing;
import dev.envelope.theory.packages.XorBids;
import dev.envelope.theory.units.DemandBids;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitPricing;
import dev.envelope.theory.units.UnitsOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against all orders of all bidders, one by one. */
class TiedOrdersTest {

    private static final double ROUNDING = 1e-9;
    private static final DiscreteDistribution ONE = DiscreteDistribution.point(1);

    private static List<TieOrder> orders(int bidders) {
        List<TieOrder> orders = new ArrayList<>();
        int all = 1;
        for (int i = 2; i <= bidders; i++) {
            all *= i;
        }
        for (int number = 0; number < all; number++) {
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < bidders; i++) {
                left.add(i);
            }
            int[] ranks = new int[bidders];
            int rest = number;
            for (int i = 0; i < bidders; i++) {
                ranks[i] = left.remove(rest % left.size());
                rest /= bidders - i;
            }
            orders.add(TieOrder.of(ranks));
        }
        return orders;
    }

    private static void assertSame(List<DemandOutcome> found, List<DemandOutcome> each) {
        assertThat(found.stream().mapToDouble(DemandOutcome::chance).sum()).isEqualTo(1, within(ROUNDING));
        assertThat(found)
                .hasSize(new HashSet<>(each.stream().map(DemandOutcome::won).toList()).size());
        for (DemandOutcome outcome : found) {
            List<DemandOutcome> same = each.stream()
                    .filter(other -> other.won().equals(outcome.won()))
                    .toList();
            assertThat(outcome.chance()).isEqualTo(same.size() * 1.0 / each.size(), within(ROUNDING));
            for (int i = 0; i < outcome.won().size(); i++) {
                int bidder = i;
                assertThat(outcome.payments().get(i))
                        .isEqualTo(
                                same.stream()
                                        .mapToDouble(other -> other.payments().get(bidder))
                                        .average()
                                        .orElseThrow(),
                                within(ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(UnitPricing.class)
    void unitsGoToThoseWhoTieAsOftenAsInAllOrders(UnitPricing pricing) {
        Random random = new Random(7);
        for (int draw = 0; draw < 60; draw++) {
            List<List<Double>> messages = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                List<Double> bids = new ArrayList<>();
                for (int k = random.nextInt(4); k > 0; k--) {
                    bids.add((double) random.nextInt(3));
                }
                bids.sort(Collections.reverseOrder());
                messages.add(bids);
            }
            MultiUnitAuction auction = new MultiUnitAuction(1 + random.nextInt(5), pricing, random.nextInt(2));
            List<DemandOutcome> each = orders(4).stream()
                    .map(order -> outcome(auction.outcome(new DemandBids(messages), order)))
                    .toList();
            assertSame(SeveralUnits.of(auction, 3, Collections.nCopies(4, ONE)).outcomes(messages), each);
        }
    }

    private static DemandOutcome outcome(UnitsOutcome outcome) {
        return new DemandOutcome(outcome.units(), outcome.payments(), 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = PackagePricing.class,
            names = {"VCG", "PAY_AS_BID"})
    void packagesGoToThoseWhoTieAsOftenAsInAllOrders(PackagePricing pricing) {
        Random random = new Random(11);
        List<Bundle> wants = List.of(Bundle.of(0), Bundle.of(1), Bundle.of(0, 1), Bundle.of(2), Bundle.of(1, 2));
        PackageAuction auction = new PackageAuction(pricing);
        for (int draw = 0; draw < 30; draw++) {
            List<List<Double>> messages = new ArrayList<>();
            List<List<PackageBid>> offers = new ArrayList<>();
            for (Bundle wanted : wants) {
                double offer = random.nextInt(4) / 10.0;
                messages.add(List.of(offer));
                offers.add(List.of(new PackageBid(wanted, offer)));
            }
            List<DemandOutcome> each = orders(wants.size()).stream()
                    .map(order -> outcome(auction.outcome(new XorBids(3, offers), order)))
                    .toList();
            assertSame(
                    new WantedPackages(auction, 3, wants, Collections.nCopies(wants.size(), ONE)).outcomes(messages),
                    each);
        }
    }

    private static DemandOutcome outcome(PackageOutcome outcome) {
        List<Integer> won = new ArrayList<>();
        for (int i = 0; i < outcome.payments().size(); i++) {
            won.add(outcome.award().isWinner(i) ? 1 : 0);
        }
        return new DemandOutcome(won, outcome.payments(), 1);
    }

    /** Seven of 1 for one object: seven outcomes, not 5,040. */
    @Test
    void ordersThatComeToTheSameAreTakenTogether() {
        List<List<Double>> messages = Collections.nCopies(7, List.of(1.0, 1.0, 1.0));
        assertThat(SeveralUnits.of(MultiUnitAuction.of(2, UnitPricing.DISCRIMINATORY), 3, Collections.nCopies(7, ONE))
                        .outcomes(messages))
                .hasSize(7)
                .allSatisfy(outcome -> assertThat(outcome.chance()).isEqualTo(1 / 7.0, within(ROUNDING)));
        assertThat(new WantedPackages(
                                new PackageAuction(PackagePricing.VCG),
                                1,
                                Collections.nCopies(7, Bundle.of(0)),
                                Collections.nCopies(7, ONE))
                        .outcomes(Collections.nCopies(7, List.of(1.0))))
                .hasSize(7);
    }
}
