package dev.envelope.theory.unlike.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.TruncatedNormal;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankedValuesTest {

    @Test
    void ranksAreThoseAskedFor() {
        for (ValueDistribution type : List.of(
                UniformDistribution.of(0, 3),
                UniformDistribution.of(0.84, 0.840001),
                new BetaDistribution(2.43, 1.43, 0, 0.82),
                new BetaDistribution(0.5, 3.9, 0.2, 1),
                new TriangularDistribution(0.3, 0, 1),
                new TruncatedNormal(0.4, 0.1, 0, 1))) {
            RankedValues values = new RankedValues(type);
            for (double y : new double[] {1e-12, 1e-6, 0.01, 0.3, 0.6931471805599453, 1, 3, 9, 17}) {
                double value = values.at(y).at();
                // the last bits of the value, and of the quantile
                double slack = 1e-9 * Math.min(value - type.lower(), type.upper() - value) + 4 * Math.ulp(value);
                assertThat(value).isEqualTo(type.quantile(Math.exp(-y)), within(y < 1e-3 ? 1e-2 : slack));
                double next = values.at(y * 1.0001).at();
                double rounding = 1e-3 * Math.abs(next - value) + 4 * Math.ulp(value);
                assertThat(next - value).isEqualTo(values.at(y).slope() * y * 1e-4, within(rounding));
            }
        }
    }

    /** 1 − F = (1 − x)⁴: a rank of 1 to within the last bit of 1 is known from the distance to the highest value. */
    @Test
    void highRanksAreExactWhereTheDensityEnds() {
        RankedValues values = new RankedValues(new BetaDistribution(1, 4, 0, 1));
        for (double y : new double[] {1e-20, 1e-15, 1e-9}) {
            double gap = Math.pow(-Math.expm1(-y), 0.25);
            assertThat(1 - values.at(y).at()).isEqualTo(gap, within(1e-9 * gap + 1e-16));
            assertThat(values.at(y).slope()).isEqualTo(-gap / (4 * y), within(1e-6 * gap / y));
        }
        assertThat(values.at(0).at()).isOne();
    }

    /** F = x^(1/3). */
    @Test
    void lowRanksArePowersOfTheDistance() {
        RankedValues values = new RankedValues(PowerDistribution.of(1 / 3.0, 0, 2));

        assertThat(values.at(50).at()).isEqualTo(2 * Math.exp(-150), within(1e-9 * Math.exp(-150)));
        assertThat(values.depthOf(2 * Math.exp(-6))).isEqualTo(2, within(1e-14));
    }
}
