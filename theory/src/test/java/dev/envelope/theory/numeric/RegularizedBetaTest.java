package dev.envelope.theory.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;

class RegularizedBetaTest {

    @Test
    void theBitsAreThoseOfTheLibrary() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            double a = StrictMath.exp(6 * random.nextDouble() - 3);
            double b = StrictMath.exp(6 * random.nextDouble() - 3);
            RegularizedBeta beta = new RegularizedBeta(a, b);
            assertThat(beta.logBeta()).isEqualTo(Beta.logBeta(a, b));
            for (int k = 0; k < 30; k++) {
                double x = k == 0
                        ? 0
                        : k == 1 ? 1 : k < 6 ? StrictMath.exp(-40 * random.nextDouble()) : random.nextDouble();
                assertThat(beta.at(x)).isEqualTo(Beta.regularizedBeta(x, a, b, 1e-15, 10_000));
                assertThat(beta.mirroredAt(x)).isEqualTo(Beta.regularizedBeta(x, b, a, 1e-15, 10_000));
            }
        }
    }

    /** I_x(½, ½) = (2/π)·arcsin √x. */
    @Test
    void halvesGiveTheArcsine() {
        RegularizedBeta beta = new RegularizedBeta(0.5, 0.5);
        for (double x : new double[] {1e-9, 0.01, 0.3, 0.5, 0.77, 0.999}) {
            double arcsine = 2 / StrictMath.PI * StrictMath.asin(StrictMath.sqrt(x));
            assertThat(beta.at(x)).isEqualTo(arcsine, within(1e-15));
            assertThat(beta.mirroredAt(x)).isEqualTo(arcsine, within(1e-15));
        }
    }

    /** I_y(a, 1) = y^a over its slope is y/a; I_y(1, b) = 1 − (1 − y)^b over its slope is ((1 − y)^(1−b) − (1 − y))/b. */
    @Test
    void powersOverTheirSlopesAreClosedForms() {
        for (double exponent : new double[] {0.3, 1, 2.5, 40}) {
            for (double y : new double[] {1e-300, 1e-9, 0.01, 0.3, 0.5, 0.77, 0.999}) {
                assertThat(new RegularizedBeta(1, exponent).mirroredOverSlopeAt(y))
                        .isCloseTo(y / exponent, withinPercentage(1e-11));
                double above = StrictMath.log1p(-y);
                double rising = -StrictMath.exp((1 - exponent) * above) * StrictMath.expm1(exponent * above) / exponent;
                assertThat(new RegularizedBeta(exponent, 1).mirroredOverSlopeAt(y))
                        .isCloseTo(rising, withinPercentage(1e-11));
            }
        }
    }
}
