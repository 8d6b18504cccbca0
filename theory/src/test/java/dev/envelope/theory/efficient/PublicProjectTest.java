package dev.envelope.theory.efficient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedExponential;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicProjectTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void sumsOfUniformTypesFollowIrwinAndHall() {
        for (int n : new int[] {1, 2, 3, 5, 9}) {
            IndependentSum sum = IndependentSum.of(Collections.nCopies(n, UNIT));
            for (double share : new double[] {0.02, 0.31, 0.5, 0.77}) {
                assertThat(sum.cdf(share * n)).isEqualTo(irwinHall(n, share * n, n), within(1e-13));
                double excess = n / 2.0 - share * n + irwinHall(n + 1, share * n, n);
                assertThat(sum.expectedExcess(share * n)).isEqualTo(excess, within(1e-13));
            }
        }
    }

    /** E[max(S − (n − 1), 0)] = 1/(n + 1)!, little of which a difference of means would leave. */
    @Test
    void whatIsRarelyExceededIsExceededByAsMuch() {
        assertThat(IndependentSum.of(Collections.nCopies(8, UNIT)).expectedExcess(7))
                .isEqualTo(1 / 362880.0, within(1e-15));
        assertThat(IndependentSum.of(Collections.nCopies(10, UNIT)).expectedExcess(9))
                .isEqualTo(1 / 39916800.0, within(1e-15));
    }

    /** Σ_k (−1)^k·C(n,k)·(x−k)^power/power! over k ≤ x: the distribution, and its integral at power n + 1. */
    private static double irwinHall(int power, double x, int n) {
        double sum = 0;
        double binomial = 1;
        for (int k = 0; k <= n && k < x; k++) {
            double term = binomial;
            for (int j = 1; j <= power; j++) {
                term *= (x - k) / j;
            }
            sum += k % 2 == 0 ? term : -term;
            binomial = binomial * (n - k) / (k + 1);
        }
        return sum;
    }

    @Test
    void sumsOfUnlikeTypesAreWhatNestedQuadratureGives() {
        ValueDistribution power = PowerDistribution.of(2, 0, 1);
        ValueDistribution exponential = new TruncatedExponential(1.5, 0.5, 2);
        IndependentSum sum = IndependentSum.of(List.of(power, UNIT, exponential));
        double nested = Quadrature.integrate(
                x -> 2 * x * Quadrature.integrate(y -> exponential.cdf(2 - x - y), 0, Math.min(1, 1.5 - x), 1),
                0,
                0.5,
                1);
        assertThat(sum.cdf(2)).isEqualTo(nested, within(1e-12));
    }

    /** X = (1 + cos A)/2 with A uniform on the half circle, so that E|cos A + cos B| = 2·(2/π)² and all else is an integral over angles. */
    @Test
    void sumsOfTypesWithInfiniteDensitiesAreWhatAnglesGive() {
        ValueDistribution arcsine = new BetaDistribution(0.5, 0.5, 0, 1);
        IndependentSum two = IndependentSum.of(List.of(arcsine, arcsine));
        assertThat(two.expectedExcess(1)).isEqualTo(2 / (Math.PI * Math.PI), within(2e-14));
        for (double s : new double[] {1e-6, 0.1, 0.7, 1, 1.2, 1.9, 2 - 1e-6}) {
            assertThat(two.cdf(s)).isEqualTo(twoArcsines(s), within(2e-14));
        }
        IndependentSum three = two.plus(arcsine);
        for (double s : new double[] {0.2, 0.9, 1.5, 2.7}) {
            double angle = s < 1 ? Math.acos(2 * s - 1) : s > 2 ? Math.acos(2 * s - 5) : Math.acos(2 * s - 3);
            double nested =
                    Quadrature.integrateWithin(1e-13, a -> twoArcsines(s - (1 + Math.cos(a)) / 2), 0, angle, Math.PI);
            assertThat(three.cdf(s)).isEqualTo(nested / Math.PI, within(1e-13));
        }
        IndependentSum mixed = IndependentSum.of(List.of(UNIT, arcsine));
        double below = Quadrature.integrate(a -> Math.max(0, 0.3 - (1 + Math.cos(a)) / 2), 0, Math.acos(-0.4), Math.PI);
        assertThat(mixed.cdf(0.3)).isEqualTo(below / Math.PI, within(1e-14));
    }

    /** P((1 + cos A)/2 + (1 + cos B)/2 ≤ s). */
    private static double twoArcsines(double s) {
        double c = 2 * (s - 1);
        double one = Math.acos(Math.max(-1, Math.min(1, c - 1)));
        double other = Math.acos(Math.max(-1, Math.min(1, c + 1)));
        return Quadrature.integrate(
                        a -> 1 - Math.acos(Math.max(-1, Math.min(1, c - Math.cos(a)))) / Math.PI,
                        0,
                        Math.min(one, other),
                        Math.max(one, other),
                        Math.PI)
                / Math.PI;
    }

    /**
     * E[max(S − 1, 0)] = E|X − X'|/2 for types that are symmetric about 1/2; and P(S ≤ s) by integrating, over a power of the rank that
     * is smooth, what another type may be.
     */
    @Test
    void sumsOfTypesWithSteeperDensitiesAreExact() {
        ValueDistribution steep = new BetaDistribution(0.35, 0.35, 0, 1);
        IndependentSum two = IndependentSum.of(List.of(steep, steep));
        double apart = 2 * Quadrature.integrate(x -> steep.cdf(x) * steep.survival(x), 0, 0.5, 1);
        assertThat(two.expectedExcess(1)).isEqualTo(apart / 2, within(1e-13));
        for (double s : new double[] {1e-4, 0.3, 0.9, 1, 1.2, 1.8}) {
            assertThat(two.cdf(s)).isEqualTo(ofTwo(steep, s), within(1e-12));
            assertThat(two.cdf(s)).isEqualTo(1 - two.cdf(2 - s), within(1e-12));
        }
    }

    /** ∫ F(s − x) dF(x), x = t^20 from the left end to its middle and likewise from the right, so that no power there is singular. */
    private static double ofTwo(ValueDistribution type, double s) {
        double middle = Math.max(0, Math.min(1, s - 0.5));
        double left = Quadrature.integrateWithin(
                1e-14,
                t -> 20
                        * StrictMath.pow(t, 19)
                        * type.density(StrictMath.pow(t, 20))
                        * type.cdf(s - StrictMath.pow(t, 20)),
                Kinks.between(0, StrictMath.pow(0.5, 0.05), roots(List.of(s, s - 1, middle))));
        double right = Quadrature.integrateWithin(
                1e-14,
                t -> 20
                        * StrictMath.pow(t, 19)
                        * type.density(StrictMath.pow(t, 20))
                        * type.cdf(s - 1 + StrictMath.pow(t, 20)),
                Kinks.between(0, StrictMath.pow(0.5, 0.05), roots(List.of(1 - s, 2 - s, 1 - middle))));
        return left + right;
    }

    private static List<Double> roots(List<Double> points) {
        return points.stream()
                .filter(point -> point > 0)
                .map(point -> StrictMath.pow(point, 0.05))
                .toList();
    }

    /** A half is the arcsine and a half one beside it: the sum's parts are sums of two arcsines, 0, 1 and 2 further up. */
    @Test
    void densitiesThatAreInfiniteInsideTheSupportAreSeen() {
        ValueDistribution one = new BetaDistribution(0.5, 0.5, 0, 1);
        ValueDistribution pair = MixtureDistribution.ofEqual(List.of(one, new BetaDistribution(0.5, 0.5, 1, 2)));
        assertThat(pair.singularities()).containsExactly(0.0, 1.0, 2.0);
        IndependentSum two = IndependentSum.of(List.of(pair, pair));
        for (double s : new double[] {0.3, 1, 1.4, 2, 2.6, 3.1}) {
            double exact = (bounded(s) + 2 * bounded(s - 1) + bounded(s - 2)) / 4;
            assertThat(two.cdf(s)).isEqualTo(exact, within(1e-13));
        }
    }

    private static double bounded(double s) {
        return s <= 0 ? 0 : s >= 2 ? 1 : twoArcsines(s);
    }

    @Test
    void probabilityThatIsLostInRoundingIsRefused() {
        ValueDistribution steep = new BetaDistribution(0.2, 0.2, 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicProject.of(List.of(steep, steep), 1))
                .withMessageStartingWith("types: beta on [0, 1] with alpha 0.2 and beta 0.2 with probability ")
                .withMessageEndingWith(
                        " within rounding of 1 (expected: at most 0.00001, so that sums can be told apart)");
    }

    @Test
    void whatIsRaisedFallsShortByTheKnownDeficit() {
        VcgMechanism vcg = VcgMechanism.plain(PublicProject.of(Collections.nCopies(3, UNIT), 1));
        assertThat(((PublicProject) vcg.choice()).buildProbability()).isEqualTo(5 / 6.0, within(1e-14));
        assertThat(vcg.expectedPayments()).isEqualTo(0.25, within(1e-14));
        assertThat(vcg.expectedSurplus()).isEqualTo(-7 / 12.0, within(1e-14));
        assertThat(vcg.payments(new double[] {0.5, 0.3, 0.4}))
                .containsExactly(new double[] {0.3, 0.1, 0.2}, within(1e-15));
        assertThat(vcg.payments(new double[] {0.5, 0.1, 0.3})).containsExactly(0, 0, 0);
    }

    @Test
    void noBalancedMechanismBuildsWhereThatIsEverInQuestion() {
        List<ValueDistribution> types = List.of(
                UniformDistribution.of(0.1, 1), new BetaDistribution(2, 2, -0.2, 1), PowerDistribution.of(3, 0, 1));
        for (double cost : new double[] {0.1, 0.8, 2.5}) {
            PublicProject project = PublicProject.of(types, cost);
            double surplus = VcgMechanism.plain(project).expectedSurplus();
            assertThat(surplus).isNegative();
            assertThatThrownBy(() -> BalancedMechanism.of(project, OutsideOption.nothing()))
                    .isInstanceOfSatisfying(
                            DeficitException.class, e -> assertThat(e.deficit()).isEqualTo(-surplus, within(1e-12)));
        }
        // Where even the lowest types together are worth the cost, everybody pays a lowest type.
        PublicProject sure = PublicProject.of(List.of(UniformDistribution.of(1, 2), UniformDistribution.of(1, 2)), 1.5);
        assertThat(VcgMechanism.plain(sure).expectedSurplus()).isEqualTo(0.5, within(1e-13));
        assertThat(BalancedMechanism.of(sure, OutsideOption.nothing()).expectedSurplus())
                .isEqualTo(0, within(1e-13));
    }
}
