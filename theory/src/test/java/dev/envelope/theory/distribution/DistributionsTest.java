package dev.envelope.theory.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.numeric.Quadrature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DistributionsTest {

    /** About w·(1/2 − x/12) above the lower end, x the rate times the width w; otherwise what quadrature gives. */
    @Test
    void theMeanOfAnAlmostFlatExponentialIsAlmostTheMiddle() {
        assertThat(new TruncatedExponential(1e-8, 0, 1).mean()).isEqualTo(0.5 - 1e-8 / 12, within(1e-15));
        for (double rate : new double[] {0.049, 0.051}) {
            ValueDistribution x = new TruncatedExponential(rate, 2, 3);
            double mean = Quadrature.integrate(v -> v * x.density(v), 2, 3);
            assertThat(x.mean()).isEqualTo(mean, within(2e-14));
        }
    }

    @Test
    void aFamilyIsFoundByName() {
        assertThat(Distributions.of("uniform", Map.of("lo", 0.0, "hi", 100.0)))
                .isEqualTo(UniformDistribution.of(0, 100));
        assertThat(Distributions.of("power", Map.of("a", 2.0, "lo", 0.0, "hi", 1.0)))
                .isEqualTo(PowerDistribution.of(2, 0, 1));
    }

    @Test
    void thePowerOneIsTheUniform() {
        assertThat(PowerDistribution.of(1, 0, 1)).isEqualTo(UniformDistribution.of(0, 1));
    }

    @Test
    void everyFamilyCanBeMadeOfTheParametersItNames() {
        for (String family : Distributions.families()) {
            Map<String, Double> numbers = new HashMap<>();
            Distributions.parametersOf(family).forEach(name -> numbers.put(name, name.equals("hi") ? 3.0 : 1.0));
            ValueDistribution distribution = Distributions.of(family, numbers);
            assertThat(List.of(distribution.lower(), distribution.upper())).containsExactly(1.0, 3.0);
        }
    }

    @Test
    void anUnknownFamilyIsAnsweredWithTheKnownOnes() {
        refused("gaussian", Map.of(), "distribution: gaussian (expected: one of uniform, power,");
        assertThatIllegalArgumentException().isThrownBy(() -> Distributions.parametersOf("gaussian"));
    }

    @Test
    void aMissingParameterIsNamed() {
        refused("uniform", Map.of("lo", 0.0), "uniform hi: missing (expected: the numbers lo, hi)");
    }

    @Test
    void anUnknownParameterIsNamed() {
        refused("uniform", Map.of("lo", 0.0, "hi", 1.0, "mu", 2.0), "uniform mu: 2.0 (expected: only lo, hi)");
    }

    @Test
    void numbersThatMakeNoDistributionAreNamedWithWhatWasExpected() {
        refused("uniform", Map.of("lo", 1.0, "hi", 1.0), "uniform lo: 1.0 (expected: below hi, 1.0)");
        refused("uniform", Map.of("lo", Double.NaN, "hi", 1.0), "uniform lo: NaN (expected: a finite number)");
        refused(
                "uniform",
                Map.of("lo", -1.7e308, "hi", 1.7e308),
                "uniform hi: 1.7E308 (expected: hi - lo to be finite)");
        refused("power", Map.of("a", 0.0, "lo", 0.0, "hi", 1.0), "power a: 0.0 (expected: a number above 0)");
        refused(
                "truncated_exponential",
                Map.of("rate", -1.0, "lo", 0.0, "hi", 1.0),
                "truncated_exponential rate: -1.0 (expected: a number above 0)");
        refused(
                "truncated_normal",
                Map.of("mu", 0.0, "sigma", 0.001, "lo", 50.0, "hi", 51.0),
                "truncated_normal mu: 0.0 (expected: positive probability between lo 50.0 and hi 51.0)");
        refused(
                "truncated_lognormal",
                Map.of("mu", 0.0, "sigma", 1.0, "lo", -1.0, "hi", 1.0),
                "truncated_lognormal lo: -1.0 (expected: at least 0)");
        refused(
                "beta",
                Map.of("alpha", 2.0, "beta", Double.POSITIVE_INFINITY, "lo", 0.0, "hi", 1.0),
                "beta beta: Infinity (expected: a number above 0)");
    }

    private static void refused(String family, Map<String, Double> numbers, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distributions.of(family, numbers))
                .withMessageContaining(message);
    }
}
