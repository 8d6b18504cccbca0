package dev.envelope.theory.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoissonBinomialTest {

    private static final double[] CHANCES = {0.3, 0.8, 0, 1};
    private static final int[] COUNTS = {2, 1, 3, 1};

    /** Two of chance 0.3, one of 0.8 and one that is certain: by going through all eight outcomes. */
    @Test
    void probabilitiesAreSumsOverOutcomes() {
        double[] exactly = new double[5];
        for (int outcome = 0; outcome < 8; outcome++) {
            double chance = 1;
            for (int trial = 0; trial < 3; trial++) {
                double success = trial < 2 ? 0.3 : 0.8;
                chance *= (outcome >> trial & 1) == 1 ? success : 1 - success;
            }
            exactly[Integer.bitCount(outcome) + 1] += chance;
        }

        assertThat(PoissonBinomial.pmf(4, CHANCES, COUNTS)).containsExactly(exactly, within(1e-16));
        assertThat(PoissonBinomial.pmf(2, CHANCES, COUNTS)).hasSize(3);
        assertThat(PoissonBinomial.atMost(2, CHANCES, COUNTS)).isEqualTo(exactly[1] + exactly[2], within(1e-16));
        assertThat(PoissonBinomial.atMost(-1, CHANCES, COUNTS)).isZero();
        assertThat(PoissonBinomial.atMost(9, CHANCES, COUNTS)).isEqualTo(1, within(1e-15));
    }

    /** Failures of 1e-30 each are not what successes of 1 leave. */
    @Test
    void smallChancesOfFailureKeepTheirDigits() {
        double[] pmf = PoissonBinomial.pmf(1, new double[] {1, 0.5}, new double[] {1e-30, 0.5}, 2, 1);

        assertThat(pmf[0]).isEqualTo(0.5e-60, within(1e-74));
        assertThat(pmf[1]).isEqualTo(2 * 1e-30 * 0.5, within(1e-44));
    }
}
