package dev.envelope.theory.ironing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MirroredDistribution;
import dev.envelope.theory.numeric.Quadrature;
import org.junit.jupiter.api.Test;

class WeightedVirtualValueTest {

    private static final ValueDistribution IRREGULAR = PowerDistribution.of(0.5, 0.2, 1);

    @Test
    void theWeightRunsFromTheTypeToTheVirtualValue() {
        UniformDistribution unit = UniformDistribution.of(0, 1);
        assertThat(WeightedVirtualValue.of(unit, 0).at(0.3)).isEqualTo(0.3);
        assertThat(WeightedVirtualValue.of(unit, 1).at(0.3)).isEqualTo(-0.4, within(1e-15));
        assertThat(WeightedVirtualValue.of(unit, 1 / 3.0).at(0.3)).isEqualTo(0.3 - 0.7 / 3, within(1e-15));
        assertThat(WeightedVirtualValue.of(unit, 1 / 3.0).inverse(0.3 - 0.7 / 3))
                .isEqualTo(0.3, within(1e-15));
        assertThat(WeightedVirtualValue.of(unit, 0.5).inverse(1.1)).isInfinite();
    }

    @Test
    void atWeightOneItIsTheIronedVirtualValue() {
        WeightedVirtualValue weighted = WeightedVirtualValue.of(IRREGULAR, 1);
        IronedVirtualValue ironed = IronedVirtualValue.of(IRREGULAR);
        for (double x = 0.2; x <= 1; x += 0.05) {
            assertThat(weighted.at(x)).isEqualTo(ironed.at(x), within(1e-12));
        }
    }

    @Test
    void aFlatIsTheAverageOfWhatItReplaces() {
        WeightedVirtualValue weighted = WeightedVirtualValue.of(IRREGULAR, 0.4);
        assertThat(weighted.flats()).hasSize(1);
        IronedVirtualValue.Flat flat = weighted.flats().get(0);
        double mass = IRREGULAR.cdf(flat.hi());
        double average = Quadrature.integrate(
                        q -> {
                            double x = IRREGULAR.quantile(q);
                            return 0.6 * x + 0.4 * IRREGULAR.virtualValue(x);
                        },
                        0,
                        mass)
                / mass;
        assertThat(flat.value()).isEqualTo(average, within(1e-9));
        double beyond = flat.hi() + 1e-7;
        assertThat(0.6 * beyond + 0.4 * IRREGULAR.virtualValue(beyond)).isEqualTo(flat.value(), within(1e-6));
    }

    @Test
    void theMirrorTurnsCostsIntoValues() {
        ValueDistribution cost = PowerDistribution.of(2, 1, 3);
        MirroredDistribution mirror = new MirroredDistribution(cost);
        assertThat(mirror.lower()).isEqualTo(-3);
        assertThat(mirror.cdf(-2)).isEqualTo(1 - cost.cdf(2), within(1e-15));
        assertThat(mirror.mean()).isEqualTo(-cost.mean());
        assertThat(mirror.virtualValue(-2)).isEqualTo(-cost.virtualCost(2));
        assertThat(mirror.cdf(mirror.quantile(0.3))).isEqualTo(0.3, within(1e-14));
        assertThat(mirror.isRegular()).isTrue();
    }

    @Test
    void aWeightBeyondOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedVirtualValue.of(IRREGULAR, 1.1))
                .withMessageContaining("weight: 1.1");
    }
}
