package dev.envelope.theory.units;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitDemandAuctionTest {

    /** Bids of 0 to 4 and abstentions, so that many tie and some are below the reserve. */
    @Test
    void outcomesAreThoseOfSchedulesOfOneBid() {
        SplittableRandom random = new SplittableRandom(5);
        List<UnitPricing> pricings = List.of(UnitPricing.values());
        for (int trial = 0; trial < 4_000; trial++) {
            int bidders = random.nextInt(1, 7);
            MultiUnitAuction rules = new MultiUnitAuction(
                    random.nextInt(1, 5), pricings.get(random.nextInt(pricings.size())), random.nextInt(3));
            double[] bids = new double[bidders];
            Arrays.setAll(bids, i -> random.nextInt(6) == 0 ? Mechanism.ABSTAIN : random.nextInt(-1, 5));
            TieOrder ties = shuffled(bidders, random);
            UnitsOutcome expected = rules.outcome(
                    new DemandBids(Arrays.stream(bids)
                            .mapToObj(bid -> bid >= 0 ? List.of(bid) : List.<Double>of())
                            .toList()),
                    ties);
            MarketOutcome outcome = new UnitDemandAuction(bidders, rules).outcome(bids, ties);

            assertThat(IntStream.range(0, bidders).map(outcome::units).boxed().toList())
                    .as("%s, %s", rules, Arrays.toString(bids))
                    .isEqualTo(expected.units());
            assertThat(Arrays.stream(outcome.payments()).boxed().toList()).isEqualTo(expected.payments());
            assertThat(outcome.price()).isEqualTo(outcome.sold() == 0 ? OptionalDouble.empty() : expected.price());
        }
    }

    private static TieOrder shuffled(int bidders, SplittableRandom random) {
        double[] keys = random.doubles(bidders).toArray();
        return TieOrder.of(IntStream.range(0, bidders)
                .map(i -> (int) Arrays.stream(keys).filter(key -> key < keys[i]).count())
                .toArray());
    }
}
