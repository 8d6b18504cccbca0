package dev.envelope.theory.symmetric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShadingTest {

    /** A unit in the last place of 1 for each of the two terms that cancel, and what quadrature is allowed. */
    private static final double ROUNDING = 2e-14;

    private static final double[] TYPES = {1e-12, 1e-7, 0.01, 0.25, 0.3, 0.5, 0.8, 0.999, 1 - 1e-9, 1};

    /** F = x^a: s = x/(ca + 1). */
    @Test
    void powersAreShadedInProportion() {
        for (double a : new double[] {0.3, 1, 4}) {
            for (double c : new double[] {0.5, 2, 60}) {
                Shading shading = new Shading(new BetaDistribution(a, 1, 0, 1), c, 0, 0, 0, 1);
                for (double x : TYPES) {
                    assertThat(shading.applyAsDouble(x)).isEqualTo(x / (c * a + 1), within(c * ROUNDING * x));
                }
            }
        }
    }

    /** F = 2θ/π, x = sin²θ, from a reserve on: ∫ θ² sin 2θ dθ = −θ² cos(2θ)/2 + θ sin(2θ)/2 + cos(2θ)/4. */
    @Test
    void theArcsineIsShadedAsInClosedForm() {
        ValueDistribution arcsine = new BetaDistribution(0.5, 0.5, 0, 1);
        for (double reserve : new double[] {0, 0.3}) {
            Shading shading = new Shading(arcsine, 2, 0, 0, reserve, 1);
            for (double x : TYPES) {
                double theta = angle(x);
                double kept = primitive(theta) - primitive(angle(reserve));
                // Terms of about 1/4 cancel, of which is left x²/4 where x is small: F² is linear in x there.
                double exact = x <= reserve ? 0 : x < 1e-4 ? x / 2 : kept / (theta * theta);
                double cancelling = x < 1e-4 ? x * x : 1e-16 / x;
                assertThat(shading.applyAsDouble(x)).isEqualTo(exact, within(ROUNDING + cancelling));
            }
        }
    }

    private static double angle(double x) {
        return x < 0.5
                ? StrictMath.asin(StrictMath.sqrt(x))
                : StrictMath.PI / 2 - StrictMath.asin(StrictMath.sqrt(1 - x));
    }

    private static double primitive(double theta) {
        double twice = 2 * theta;
        return -theta * theta * StrictMath.cos(twice) / 2
                + theta * StrictMath.sin(twice) / 2
                + StrictMath.cos(twice) / 4;
    }

    /** F = x: ∫ e^{λ(y−x)}·y/x dy = 1/λ − (1 − e^{−λx})/(λ²x). */
    @Test
    void weightsAreExponential() {
        for (double lambda : new double[] {-2, 0.5, 30}) {
            Shading shading = new Shading(UniformDistribution.of(0, 1), 1, lambda, 0, 0, 1);
            for (double x : new double[] {0.25, 0.5, 0.7, 1}) {
                double exact = 1 / lambda + StrictMath.expm1(-lambda * x) / (lambda * lambda * x);
                assertThat(shading.applyAsDouble(x)).isEqualTo(exact, within(ROUNDING));
            }
        }
    }

    /** Nearly all weight is next to x, within a thousandth of the piece: ∫ (y/x)^c dy = x/(c+1), and 1/λ as good as. */
    @Test
    void steepWeightsAreSeen() {
        ValueDistribution narrow = new BetaDistribution(5000, 5000, 0, 100);
        Shading steep = new Shading(UniformDistribution.of(0, 1), 1e5, 0, 0, 0, 1);
        Shading discounted = new Shading(UniformDistribution.of(0, 1), 1, 1e5, 0, 0, 1);
        Shading many = new Shading(narrow, 300, 0, 0, 0, 100);
        for (double x : new double[] {0.3, 0.61, 0.9}) {
            assertThat(steep.applyAsDouble(x)).isEqualTo(x / (1e5 + 1), within(1e-15));
            assertThat(discounted.applyAsDouble(x)).isEqualTo(1e-5 - 1e-10 / x, within(1e-14));
        }
        for (double rank : new double[] {0.01, 0.5, 0.99}) {
            double x = narrow.quantile(rank);
            double held = Quadrature.integrate(
                    y -> StrictMath.pow(narrow.cdf(y) / narrow.cdf(x), 300), x - 0.5, x - 0.1, x - 0.01, x - 0.001, x);
            assertThat(many.applyAsDouble(x)).isEqualTo(held, within(1e-11));
        }
    }

    /** Whatever the pieces, few with knots between or many without. */
    @Test
    void piecesMakeNoDifference() {
        for (int parts : new int[] {2, 7, 40}) {
            double[] pieces = IntStream.rangeClosed(0, parts)
                    .mapToDouble(i -> i / (double) parts)
                    .toArray();
            Shading shading = new Shading(UniformDistribution.of(0, 1), 3, 0, 0, pieces);
            assertThat(Arrays.stream(TYPES)
                            .map(x -> shading.applyAsDouble(x) / x)
                            .toArray())
                    .containsExactly(Arrays.stream(TYPES).map(x -> 0.25).toArray(), within(ROUNDING));
        }
    }

    @Test
    void nothingIsShadedWhereTheIntegralHasNotBegun() {
        Shading shading = new Shading(UniformDistribution.of(1, 2), 3, 0, 0, 1.5, 2);
        assertThat(shading.applyAsDouble(0.5)).isZero();
        assertThat(shading.applyAsDouble(1.5)).isZero();
        assertThat(shading.applyAsDouble(1.6)).isPositive();
    }
}
