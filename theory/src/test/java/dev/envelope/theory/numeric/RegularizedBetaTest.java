package dev.envelope.theory.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
