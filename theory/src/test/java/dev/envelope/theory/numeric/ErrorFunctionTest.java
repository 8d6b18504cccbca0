package dev.envelope.theory.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFunctionTest {

    /** To 30 digits by an arbitrary-precision library, rounded; the table is good to some units in the last place. */
    @ParameterizedTest
    @CsvSource({
        "1e-10, 1.1283791670955126e-10, 0.999999999887162",
        "0.031249, 0.03524924658951541, 0.9647507534104846",
        "0.4, 0.42839235504666845, 0.5716076449533315",
        "0.50001, 0.5205086655948966, 0.47949133440510344",
        "1.03125, 0.855271810442917, 0.14472818955708297",
        "3.3, 0.9999969422902035, 3.0577097964381654e-06",
        "5.03, 0.9999999999988686, 1.131412272008143e-12",
        "9.97, 1.0, 3.8133774346586565e-45",
        "20.03, 1.0, 1.6213155298467864e-176"
    })
    void bothTailsKeepTheirDigits(double x, double erf, double complement) {
        assertThat(ErrorFunction.of(x)).isEqualTo(erf, within(1e-15 * erf));
        assertThat(ErrorFunction.of(-x)).isEqualTo(-ErrorFunction.of(x));
        assertThat(ErrorFunction.complement(x)).isEqualTo(complement, within(1e-14 * complement));
        assertThat(ErrorFunction.complement(-x)).isEqualTo(1 + erf, within(1e-15));
    }

    @Test
    void differencesAreTheIntegral() {
        for (double[] ends : new double[][] {{-0.2, 0.3}, {3, 3.25}, {-4.5, -4}, {-1, 2}, {1, 0.5}}) {
            double integral = Quadrature.integrate(
                    t -> 2 / Math.sqrt(Math.PI) * StrictMath.exp(-t * t),
                    Math.min(ends[0], ends[1]),
                    Math.max(ends[0], ends[1]));
            double signed = Math.signum(ends[1] - ends[0]) * integral;
            assertThat(ErrorFunction.between(ends[0], ends[1])).isEqualTo(signed, within(4e-14 * integral));
        }
    }

    @Test
    void farOutNothingIsLeft() {
        assertThat(ErrorFunction.complement(Double.POSITIVE_INFINITY)).isZero();
        assertThat(ErrorFunction.of(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(ErrorFunction.of(Double.NaN)).isNaN();
        assertThat(ErrorFunction.of(0)).isZero();
    }
}
