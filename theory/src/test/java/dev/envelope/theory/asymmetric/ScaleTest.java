package dev.envelope.theory.asymmetric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.solver.Equilibria;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unit of money does not matter. */
class ScaleTest {

    private static final List<ValueDistribution> TYPES = List.of(
            UniformDistribution.of(0.2, 1.3), PowerDistribution.of(2, 0.1, 1.5), new BetaDistribution(2, 3, 0.3, 0.9));
    private static final List<ValueDistribution> STRONGER =
            List.of(UniformDistribution.of(0, 1), UniformDistribution.of(0.2, 1.1), UniformDistribution.of(0.5, 1.5));

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e6})
    void bidsAndAveragesScale(double scale) {
        check(TYPES, OptionalDouble.empty(), scale);
        check(TYPES, OptionalDouble.of(0.4), scale);
        check(STRONGER, OptionalDouble.empty(), scale);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e6})
    void certificatesScale(double scale) {
        BayesianGame game = new BayesianGame(
                FirstPriceAuction.of(2, OptionalDouble.of(0.4 * scale)), scaled(TYPES.subList(0, 2), scale));
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
        assertThat(equilibrium.name()).isEqualTo("asymmetric");
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-9 * scale);
        assertThat(equilibrium.certificate().gainBound().orElseThrow()).isLessThan(1e-5 * scale);
    }

    private static void check(List<ValueDistribution> types, OptionalDouble reserve, double scale) {
        OptionalDouble scaledReserve = reserve.isEmpty() ? reserve : OptionalDouble.of(reserve.getAsDouble() * scale);
        AsymmetricFirstPrice unit = AsymmetricFirstPrice.of(types, reserve);
        AsymmetricFirstPrice other = AsymmetricFirstPrice.of(scaled(types, scale), scaledReserve);
        int panels = unit.solved().size();
        assertThat(other.solved().size()).isBetween(panels * 9 / 10, panels * 11 / 10);
        assertThat(other.unsolvedShare()).isEqualTo(unit.unsolvedShare(), within(1e-12));
        assertThat(other.revenue() / scale).isEqualTo(unit.revenue(), within(1e-12));
        assertThat(DeviationSearch.largestGain(other) / scale).isLessThan(1e-10);
        for (int i = 0; i < types.size(); i++) {
            int bidder = i;
            ValueDistribution type = types.get(i);
            assertThat(other.winProbability(i)).isEqualTo(unit.winProbability(i), within(1e-12));
            assertThat(other.payment(i) / scale).isEqualTo(unit.payment(i), within(1e-12));
            assertThat(other.surplus(i) / scale).isEqualTo(unit.surplus(i), within(1e-12));
            DoubleStream.of(0.3, 0.6, 0.9, 1)
                    .map(type::quantile)
                    .filter(value -> value >= reserve.orElse(value))
                    .forEach(value -> assertThat(other.bid(bidder, value * scale) / scale)
                            .isEqualTo(unit.bid(bidder, value), within(1e-11)));
        }
    }

    private static List<ValueDistribution> scaled(List<ValueDistribution> types, double scale) {
        return types.stream().map(type -> type.affine(scale, 0)).toList();
    }
}
