package dev.envelope.theory.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MultiUnitAuctionTest {

    private static final DemandBids THREE =
            DemandBids.of(new double[] {50, 47, 40, 32, 15, 5}, new double[] {42, 28, 20, 12, 7, 3}, new double[] {
                45, 35, 24, 14, 9, 6
            });

    @Test
    void theHighestBidsWinWhateverThePricing() {
        for (UnitPricing pricing : UnitPricing.values()) {
            assertThat(play(6, pricing, THREE).units()).containsExactly(3, 1, 2);
        }
    }

    @Test
    void winnersPayByTheirRule() {
        assertThat(play(6, UnitPricing.DISCRIMINATORY, THREE).payments()).containsExactly(137.0, 42.0, 80.0);
        assertThat(play(6, UnitPricing.HIGHEST_REJECTED, THREE).payments()).containsExactly(96.0, 32.0, 64.0);
        assertThat(play(6, UnitPricing.LOWEST_ACCEPTED, THREE).payments()).containsExactly(105.0, 35.0, 70.0);
        // Krishna, ch. 12: the first displaces 28, 24 and 20, the second 32, the third 32 and 28.
        assertThat(play(6, UnitPricing.VICKREY, THREE).payments()).containsExactly(72.0, 32.0, 60.0);
    }

    @Test
    void missingBidsCostTheReserve() {
        DemandBids thin = DemandBids.of(new double[] {9, 8}, new double[] {}, new double[] {5, 1});
        MultiUnitAuction auction = new MultiUnitAuction(4, UnitPricing.VICKREY, 2);
        UnitsOutcome outcome = auction.outcome(thin, TieOrder.byIndex(3));
        assertThat(outcome.units()).containsExactly(2, 0, 1);
        assertThat(outcome.payments()).containsExactly(4.0, 0.0, 2.0);
        assertThat(outcome.sold()).isEqualTo(3);
        assertThat(new MultiUnitAuction(4, UnitPricing.LOWEST_ACCEPTED, 2)
                        .outcome(thin, TieOrder.byIndex(3))
                        .price())
                .hasValue(2);
    }

    @Test
    void tiesGoInTheOrderGiven() {
        DemandBids tied = DemandBids.of(new double[] {4, 4}, new double[] {4, 4}, new double[] {5});
        MultiUnitAuction auction = MultiUnitAuction.of(2, UnitPricing.HIGHEST_REJECTED);
        assertThat(auction.outcome(tied, TieOrder.byIndex(3)).units()).containsExactly(1, 0, 1);
        assertThat(auction.outcome(tied, TieOrder.of(2, 0, 1)).units()).containsExactly(0, 1, 1);
        assertThat(auction.outcome(tied, TieOrder.of(2, 0, 1)).payments()).containsExactly(0.0, 4.0, 4.0);
    }

    @Test
    void vickreyPaymentsAreTheHarmToOthers() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            int units = 1 + random.nextInt(6);
            DemandBids bids = bids(random, 1 + random.nextInt(4));
            UnitsOutcome outcome = play(units, UnitPricing.VICKREY, bids);
            for (int i = 0; i < bids.bidders(); i++) {
                List<List<Double>> without = new ArrayList<>(bids.schedules());
                without.set(i, List.of());
                UnitsOutcome alone = play(units, UnitPricing.VICKREY, new DemandBids(without));
                double harm = 0;
                for (int j = 0; j < bids.bidders(); j++) {
                    harm += j == i ? 0 : worth(alone, j, bids) - worth(outcome, j, bids);
                }
                assertThat(outcome.payments().get(i)).isEqualTo(harm);
            }
        }
    }

    @Test
    void demandReductionGainsUnderAUniformPriceAndNeverUnderVickrey() {
        DemandBids values = DemandBids.of(new double[] {10, 9}, new double[] {8, 1});
        DemandReduction reduction = DemandReduction.of(
                MultiUnitAuction.of(2, UnitPricing.HIGHEST_REJECTED), values, 0, TieOrder.byIndex(2));
        // Two units at 8 leave 3; one unit costs the rival's second bid of 1 and leaves 9.
        assertThat(reduction).isEqualTo(new DemandReduction(3, List.of(10.0), 9));
        SplittableRandom random = new SplittableRandom(11);
        int gains = 0;
        for (int round = 0; round < 300; round++) {
            int units = 1 + random.nextInt(6);
            DemandBids bids = bids(random, 3);
            TieOrder ties = TieOrder.byIndex(3);
            assertThat(DemandReduction.of(MultiUnitAuction.of(units, UnitPricing.VICKREY), bids, 0, ties)
                            .gain())
                    .isZero();
            gains += DemandReduction.of(MultiUnitAuction.of(units, UnitPricing.HIGHEST_REJECTED), bids, 0, ties)
                                    .gain()
                            > 0
                    ? 1
                    : 0;
        }
        assertThat(gains).isGreaterThan(50);
    }

    @Test
    void noScheduleBeatsTheBestCut() {
        SplittableRandom random = new SplittableRandom(13);
        MultiUnitAuction auction = MultiUnitAuction.of(3, UnitPricing.HIGHEST_REJECTED);
        for (int round = 0; round < 30; round++) {
            DemandBids values = DemandBids.of(sorted(random, 3), sorted(random, 2), sorted(random, 2));
            double best =
                    DemandReduction.of(auction, values, 0, TieOrder.byIndex(3)).payoff();
            for (int other = 0; other < 200; other++) {
                List<List<Double>> schedules = new ArrayList<>(values.schedules());
                schedules.set(0, DemandBids.of(sorted(random, 3)).of(0));
                UnitsOutcome outcome = auction.outcome(new DemandBids(schedules), TieOrder.byIndex(3));
                assertThat(outcome.payoff(0, values.of(0))).isLessThanOrEqualTo(best);
            }
        }
    }

    @Test
    void wrongBidsAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemandBids.of(new double[] {5}, new double[] {4, 7}))
                .withMessage("bids[1][1]: 7.0 (expected: at most the bid for the unit before it, 4.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemandBids.of(new double[] {5, Double.NaN}))
                .withMessage("bids[0][1]: NaN (expected: a finite number of at least 0)");
        assertThatIllegalArgumentException().isThrownBy(DemandBids::of).withMessageStartingWith("bids: []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiUnitAuction.of(0, UnitPricing.VICKREY))
                .withMessage("units: 0 (expected: at least 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiUnitAuction.of(2, UnitPricing.VICKREY).outcome(THREE, TieOrder.byIndex(2)))
                .withMessage("ties: 2 ranks (expected: one per bidder, 3)");
    }

    private static UnitsOutcome play(int units, UnitPricing pricing, DemandBids bids) {
        return MultiUnitAuction.of(units, pricing).outcome(bids, TieOrder.byIndex(bids.bidders()));
    }

    private static double worth(UnitsOutcome outcome, int bidder, DemandBids values) {
        return outcome.payoff(bidder, values.of(bidder)) + outcome.payments().get(bidder);
    }

    /** Whole numbers, so that sums are exact and ties occur. */
    private static DemandBids bids(SplittableRandom random, int bidders) {
        double[][] schedules = new double[bidders][];
        for (int i = 0; i < bidders; i++) {
            schedules[i] = sorted(random, 1 + random.nextInt(4));
        }
        return DemandBids.of(schedules);
    }

    private static double[] sorted(SplittableRandom random, int size) {
        return java.util.stream.IntStream.range(0, size)
                .mapToDouble(i -> -random.nextInt(20))
                .sorted()
                .map(x -> x == 0 ? 0 : -x)
                .toArray();
    }
}
