package dev.envelope.theory.efficient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why Theorem 1 needs convex sets of types (Krishna and Perry 2000, Example 2). */
class ConvexTypesTest {

    private static final ValueDistribution GAP =
            MixtureDistribution.ofEqual(List.of(UniformDistribution.of(0, 1), UniformDistribution.of(2, 3)));
    private static final ObjectAllocation CHOICE = ObjectAllocation.auction(List.of(UniformDistribution.of(0, 3), GAP));
    private static final VcgMechanism VCG = VcgMechanism.withOptimalBasis(CHOICE, OutsideOption.nothing());

    @Test
    void typesBeyondAGapCanBeChargedMoreThanVcgDoes() {
        double fee = 1 / 6.0;
        assertThat(largestGain(fee, false)).isEqualTo(0, within(1e-13));
        assertThat(leastUtility(fee)).isGreaterThanOrEqualTo(0);
        assertThat(fee * (1 - GAP.cdf(1.5))).isEqualTo(1 / 12.0, within(1e-15));
        assertThat(largestGain(fee + 1e-6, false)).isEqualTo(1e-6, within(1e-12));
        // With types in the gap a fee cannot be charged: just above 2 one would say just below.
        assertThat(largestGain(fee, true)).isGreaterThan(0.1);
    }

    /** Of a type of [0,1] ∪ [2,3] from any report, reports of at least 2 costing {@code fee}. */
    private static double largestGain(double fee, boolean fillsTheGap) {
        double largest = 0;
        for (int k = 0; k <= 60; k++) {
            double truth = k / 20.0;
            for (int l = 0; l <= 60; l++) {
                double report = l / 20.0;
                if (fillsTheGap || !(isInGap(truth) || isInGap(report))) {
                    double payoff = VCG.interimUtility(1, report) + (truth - report) * CHOICE.interimWeight(1, report);
                    double honest = VCG.interimUtility(1, truth);
                    largest = Math.max(largest, payoff - charge(fee, report) - honest + charge(fee, truth));
                }
            }
        }
        return largest;
    }

    private static double leastUtility(double fee) {
        return Math.min(VCG.interimUtility(1, 0), VCG.interimUtility(1, 2) - fee);
    }

    private static double charge(double fee, double report) {
        return report >= 2 ? fee : 0;
    }

    private static boolean isInGap(double type) {
        return type > 1 && type < 2;
    }
}
