package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedExponential;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import java.util.Collections;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FirstPriceSolverTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void theUniformLineHasItsIntercept() {
        Equilibrium equilibrium = symmetric(4, NONE, UniformDistribution.of(10, 50));
        for (double x : new double[] {10, 17.5, 33, 50}) {
            assertThat(equilibrium.message(0, x)).isEqualTo(10 / 4.0 + 3 * x / 4, within(1e-13));
        }
    }

    @Test
    void bidsOfWholeTicksAreExactWhereTheFormulaIs() {
        Equilibrium equilibrium = symmetric(4, NONE, UniformDistribution.of(0, 10_000));
        assertThat(equilibrium.message(2, 8000)).isEqualTo(6000);
    }

    @Test
    void typesBelowTheReserveAbstainAndTheCutOffBidsIt() {
        Equilibrium equilibrium = symmetric(3, OptionalDouble.of(0.5), UniformDistribution.of(0, 1));
        assertThat(equilibrium.message(0, 0.499)).isNaN();
        assertThat(equilibrium.message(0, 0.5)).isEqualTo(0.5);
        assertThat(equilibrium.message(0, 0.8)).isGreaterThan(0.5);
    }

    @Test
    void aReserveAboveEveryValueSellsNothing() {
        Equilibrium equilibrium = symmetric(3, OptionalDouble.of(2), UniformDistribution.of(0, 1));
        assertThat(equilibrium.message(0, 1)).isNaN();
        assertThat(equilibrium.predictions().revenue()).isZero();
        assertThat(equilibrium.predictions().tradeProbability()).isZero();
        assertThat(equilibrium.predictions().firstBestGains()).isEqualTo(0.75, within(1e-12));
    }

    @Test
    void aReserveBelowEveryValueChangesNothing() {
        Equilibrium with = symmetric(3, OptionalDouble.of(5), UniformDistribution.of(10, 50));
        Equilibrium without = symmetric(3, NONE, UniformDistribution.of(10, 50));
        assertThat(with.message(0, 30)).isEqualTo(without.message(0, 30));
        assertThat(with.predictions().revenue()).isEqualTo(without.predictions().revenue(), within(1e-11));
    }

    @Test
    void aSoleBidderBidsTheReserve() {
        Equilibrium equilibrium = symmetric(1, OptionalDouble.of(0.25), UniformDistribution.of(0, 1));
        assertThat(equilibrium.message(0, 0.9)).isEqualTo(0.25);
        assertThat(equilibrium.predictions().revenue()).isEqualTo(0.25 * 0.75, within(1e-13));
        assertThat(Solved.refusal(FirstPriceAuction.of(1, NONE), UniformDistribution.of(0, 1)))
                .contains("sole bidder");
    }

    @Test
    void theFormulaForPowersAgreesWithQuadrature() {
        ValueDistribution power = PowerDistribution.of(2.5, 1, 3);
        // Seen through an interface alone, the same distribution takes the general way.
        Equilibrium closed = symmetric(3, OptionalDouble.of(1.5), power);
        Equilibrium numeric = symmetric(3, OptionalDouble.of(1.5), new Disguised(power));
        for (double x = 1.5; x <= 3; x += 0.125) {
            assertThat(numeric.message(0, x)).isEqualTo(closed.message(0, x), within(1e-13));
        }
    }

    @Test
    void noDeviationGains() {
        noDeviationGains(2, NONE, UniformDistribution.of(0, 1));
        noDeviationGains(4, OptionalDouble.of(25), UniformDistribution.of(10, 50));
        noDeviationGains(3, OptionalDouble.of(0.6), PowerDistribution.of(2, 0, 1));
        noDeviationGains(2, NONE, UniformDistribution.of(-1, 1));
        noDeviationGains(2, OptionalDouble.of(0.3), new TruncatedExponential(2, 0, 3));
    }

    private static void noDeviationGains(int n, OptionalDouble reserve, ValueDistribution type) {
        double range = type.upper() - type.lower();
        // The quadrature is good to 1e-12 of the range; a wrong formula gains far more.
        assertThat(Solved.largestGain(FirstPriceAuction.of(n, reserve), Collections.nCopies(n, type)))
                .isBetween(0.0, 1e-10 * range);
    }

    @Test
    void bidsIncreaseAndStayBelowTheValue() {
        Equilibrium equilibrium = symmetric(3, NONE, new TruncatedExponential(1, 0, 1));
        double before = -1;
        for (double x = 0; x <= 1; x += 0.01) {
            assertThat(equilibrium.message(0, x)).isGreaterThan(before).isLessThanOrEqualTo(x);
            before = equilibrium.message(0, x);
        }
    }

    private static Equilibrium symmetric(int n, OptionalDouble reserve, ValueDistribution type) {
        return Solved.game(FirstPriceAuction.of(n, reserve), Collections.nCopies(n, type));
    }

    /** A distribution of which nothing but the interface is known. */
    private record Disguised(ValueDistribution of) implements ValueDistribution {
        @Override
        public double lower() {
            return of.lower();
        }

        @Override
        public double upper() {
            return of.upper();
        }

        @Override
        public double cdf(double x) {
            return of.cdf(x);
        }

        @Override
        public double density(double x) {
            return of.density(x);
        }

        @Override
        public double quantile(double p) {
            return of.quantile(p);
        }

        @Override
        public double mean() {
            return of.mean();
        }

        @Override
        public boolean isRegular() {
            return of.isRegular();
        }
    }
}
