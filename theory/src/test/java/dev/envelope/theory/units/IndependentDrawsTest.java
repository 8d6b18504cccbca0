package dev.envelope.theory.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IndependentDrawsTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void twoByTwoHasTheKnownFractions() {
        IndependentDraws draws = new IndependentDraws(UNIT, 2, 2, 2);
        assertThat(draws.welfare()).isEqualTo(1.4, within(1e-12));
        assertThat(draws.truthfulRevenue(UnitPricing.VICKREY)).isEqualTo(0.6, within(1e-12));
        assertThat(draws.truthfulRevenue(UnitPricing.HIGHEST_REJECTED)).isEqualTo(0.8, within(1e-12));
        assertThat(draws.truthfulRevenue(UnitPricing.LOWEST_ACCEPTED)).isEqualTo(1.2, within(1e-12));
    }

    @Test
    void simulationAgrees() {
        IndependentDraws draws = new IndependentDraws(UNIT, 2, 3, 4);
        for (UnitPricing pricing : UnitPricing.values()) {
            agrees(draws, pricing, false, draws.truthfulRevenue(pricing));
            agrees(draws, pricing, true, draws.firstUnitRevenue(pricing));
        }
    }

    /** Within five standard errors of the mean of 20,000 auctions. */
    private static void agrees(IndependentDraws draws, UnitPricing pricing, boolean firstOnly, double expected) {
        SplittableRandom random = new SplittableRandom(5);
        MultiUnitAuction auction = MultiUnitAuction.of(draws.units(), pricing);
        int rounds = 20_000;
        double sum = 0;
        double squares = 0;
        for (int round = 0; round < rounds; round++) {
            double[][] bids = new double[draws.bidders()][draws.draws()];
            for (double[] own : bids) {
                Arrays.setAll(own, k -> -random.nextDouble());
                Arrays.sort(own);
                Arrays.setAll(own, k -> firstOnly && k > 0 ? 0 : -own[k]);
            }
            double revenue = auction.outcome(DemandBids.of(bids), TieOrder.byIndex(draws.bidders()))
                    .revenue();
            sum += revenue;
            squares += revenue * revenue;
        }
        double mean = sum / rounds;
        double error = Math.sqrt(Math.max(0, squares / rounds - mean * mean) / rounds);
        assertThat(mean).isEqualTo(expected, within(5 * error + 1e-12));
    }
}
