package dev.envelope.theory.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VirtualValueTest {

    @Test
    void uniformVirtualValuesOfWholeNumbersAreWholeNumbers() {
        ValueDistribution x = UniformDistribution.of(0, 9999);
        assertThat(x.virtualValue(6001)).isEqualTo(2003);
        assertThat(x.inverseVirtualValue(0)).isEqualTo(4999.5);
        assertThat(x.inverseVirtualValue(2003)).isEqualTo(6001);
    }

    @Test
    void whereTheVirtualValueIsPositiveThroughoutTheReserveIsTheLowestType() {
        assertThat(UniformDistribution.of(30, 50).inverseVirtualValue(0)).isEqualTo(30);
    }

    @Test
    void theInverseForASquareAgreesWithBisectionAndWithTheKnownReserve() {
        PowerDistribution square = new PowerDistribution(2, 0, 1);
        assertThat(square.inverseVirtualValue(0)).isEqualTo(Math.sqrt(1.0 / 3), within(1e-15));
        // A neighbouring exponent takes the general way.
        PowerDistribution near = new PowerDistribution(2 + 1e-12, 0, 1);
        for (double v = -50; v < 1; v += 0.37) {
            assertThat(square.inverseVirtualValue(v)).isEqualTo(near.inverseVirtualValue(v), within(1e-11));
        }
    }

    @Test
    void aConcavePowerIsIrregular() {
        assertThat(PowerDistribution.of(0.5, 0, 1).isRegular()).isFalse();
    }

    /** Where survival and density both vanish, their ratio is that of the untruncated families: 5x⁴ of the Weibull, and the rate. */
    @Test
    void farTailsHaveHazardRates() {
        TruncatedWeibull weibull = new TruncatedWeibull(5, 1, 0, 10);
        assertThat(weibull.hazardRate(5)).isEqualTo(3125, within(1e-9));
        assertThat(weibull.virtualValue(5)).isEqualTo(5 - 1 / 3125.0, within(1e-12));
        TruncatedExponential exponential = new TruncatedExponential(1, 0, 900);
        assertThat(exponential.hazardRate(800)).isEqualTo(1, within(1e-12));
    }
}
