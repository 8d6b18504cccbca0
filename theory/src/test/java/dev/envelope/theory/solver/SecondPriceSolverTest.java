package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SecondPriceSolverTest {

    private static final List<ValueDistribution> DIFFERENT =
            List.of(UniformDistribution.of(0, 1), UniformDistribution.of(0.5, 2), PowerDistribution.of(2, 0, 1.5));

    @Test
    void biddersBidTheirValueOrAbstainBelowTheReserve() {
        Equilibrium equilibrium = Solved.game(SecondPriceAuction.of(3, OptionalDouble.of(0.4)), DIFFERENT);
        assertThat(equilibrium.message(0, 0.7)).isEqualTo(0.7);
        assertThat(equilibrium.message(0, 0.4)).isEqualTo(0.4);
        assertThat(equilibrium.message(0, 0.39)).isNaN();
    }

    @Test
    void noDeviationGains() {
        assertThat(Solved.largestGain(SecondPriceAuction.of(3, OptionalDouble.of(0.4)), DIFFERENT))
                .isBetween(0.0, 1e-10);
        assertThat(Solved.largestGain(SecondPriceAuction.of(3, OptionalDouble.empty()), DIFFERENT))
                .isBetween(0.0, 1e-10);
    }

    @Test
    void aSoleBidderWithoutAReservePaysNothing() {
        Predictions predictions = Solved.game(
                        SecondPriceAuction.of(1, OptionalDouble.empty()), UniformDistribution.of(10, 50))
                .predictions();
        assertThat(predictions.revenue()).isEqualTo(0, within(1e-12));
        assertThat(predictions.surplus().get(0)).isEqualTo(30, within(1e-12));
    }

    @Test
    void aSoleBidderOfNegativeValueWithoutAReserveIsRefused() {
        assertThat(Solved.refusal(SecondPriceAuction.of(1, OptionalDouble.empty()), UniformDistribution.of(-1, 1)))
                .contains("sole bidder");
    }

    @Test
    void withoutAReserveTheObjectGoesAlsoToNegativeValuesThoughTheFirstBestKeepsIt() {
        ValueDistribution type = UniformDistribution.of(-1, 1);
        Predictions predictions = Solved.game(SecondPriceAuction.of(2, OptionalDouble.empty()), type, type)
                .predictions();
        assertThat(predictions.revenue()).isEqualTo(-1.0 / 3, within(1e-12));
        assertThat(predictions.gains()).isEqualTo(1.0 / 3, within(1e-12));
        // E[max(0, X1, X2)] = ∫_0^1 (1 − ((1+x)/2)²) dx.
        assertThat(predictions.firstBestGains()).isEqualTo(1 - 7.0 / 12, within(1e-12));
        assertThat(predictions.tradeProbability()).isEqualTo(1);
    }
}
