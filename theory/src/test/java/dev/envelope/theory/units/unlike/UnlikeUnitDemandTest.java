package dev.envelope.theory.units.unlike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemand;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class UnlikeUnitDemandTest {

    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    /** U[0,1] twice and U[0,3/2] for two units: E[price], the lowest of the three, is ∫ (1−x)²(1−2x/3) dx = 5/18. */
    @Test
    void threeUniformsAreTheClosedForm() {
        UnlikeUnitDemand demand = new UnlikeUnitDemand(List.of(UNIT, UNIT, UniformDistribution.of(0, 1.5)), 2, 0);
        Predictions predictions = demand.predictions();

        assertThat(predictions.revenue()).isEqualTo(5 / 9.0, ROUNDING);
        assertThat(predictions.gains()).isEqualTo(0.5 + 0.5 + 0.75 - 5 / 18.0, ROUNDING);
        assertThat(predictions.efficiency()).isEqualTo(1, ROUNDING);
        // The third gains ∫ (1 − (1−x)²)(1 − 2x/3) dx up to 1, where a rival may be above it, and ∫ (1 − 2x/3) dx from
        // there.
        assertThat(predictions.surplus().get(2)).isEqualTo(17 / 36.0, ROUNDING);
        assertThat(predictions.payments().get(0))
                .isEqualTo(predictions.payments().get(1));
        assertThat(demand.winProbability(2, 1.2)).isOne();
        assertThat(demand.winProbability(0, 0.5)).isEqualTo(1 - 0.5 * (1 - 1 / 3.0), ROUNDING);
    }

    @Test
    void alikeBiddersAreWeber() {
        ValueDistribution type = new BetaDistribution(2, 3, 0, 2);
        UnitDemand alike = new UnitDemand(type, 5, 3, 0.4);
        UnlikeUnitDemand demand = new UnlikeUnitDemand(Collections.nCopies(5, type), 3, 0.4);

        assertThat(demand.gains()).isEqualTo(alike.gains(), ROUNDING);
        assertThat(demand.surplus(2)).isEqualTo(alike.surplus(), ROUNDING);
        assertThat(demand.predictions().revenue()).isEqualTo(alike.revenue(), ROUNDING);
        assertThat(demand.saleProbability()).isEqualTo(alike.saleProbability(), ROUNDING);
    }

    /** What playing the auction comes to, in 4 standard errors of at most 0.003. */
    @Test
    void truthPlayedOutIsPredicted() {
        List<ValueDistribution> types = List.of(
                UNIT,
                new BetaDistribution(2, 2, 0.5, 1.5),
                UniformDistribution.of(-1, 1),
                UniformDistribution.of(0.2, 2));
        double reserve = 0.3;
        UnitDemandAuction auction =
                new UnitDemandAuction(4, new MultiUnitAuction(2, UnitPricing.HIGHEST_REJECTED, reserve));
        Predictions predictions = new UnlikeUnitDemand(types, 2, reserve).predictions();
        SplittableRandom random = new SplittableRandom(1);
        int rounds = 40_000;
        double[] paid = new double[4];
        double[] gained = new double[4];
        for (int round = 0; round < rounds; round++) {
            double[] values = types.stream()
                    .mapToDouble(type -> type.quantile(random.nextDouble()))
                    .toArray();
            var outcome = auction.outcome(values, TieOrder.byIndex(4));
            for (int i = 0; i < 4; i++) {
                paid[i] += outcome.payment(i) / rounds;
                gained[i] += (outcome.units(i) * values[i] - outcome.payment(i)) / rounds;
            }
        }
        for (int i = 0; i < 4; i++) {
            assertThat(predictions.payments().get(i)).isEqualTo(paid[i], within(0.012));
            assertThat(predictions.surplus().get(i)).isEqualTo(gained[i], within(0.012));
        }
    }

    @Test
    void whatIsNoSaleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnlikeUnitDemand(List.of(UNIT), 0, 0))
                .withMessageContaining("units: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnlikeUnitDemand(List.of(UNIT), 1, -1))
                .withMessageContaining("reserve: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnlikeUnitDemand(List.of(), 1, 0))
                .withMessageContaining("types: none");
    }
}
