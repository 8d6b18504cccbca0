package dev.envelope.theory.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.mechanism.VcgAuction;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HighestValueWinsTest {

    private static final double ROUNDING = 1e-12;
    private static final DiscreteDistribution FEW =
            new DiscreteDistribution(List.of(1.0, 2.0, 4.0), List.of(0.5, 0.3, 0.2));
    private static final DiscreteDistribution OTHER =
            new DiscreteDistribution(List.of(-1.0, 2.0, 3.0), List.of(0.25, 0.5, 0.25));

    /** All orders in which ties of three may be broken. */
    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    @Test
    void twoEquallyLikelyValuesSellAtTheLowerOneExceptWhereBothAreHigh() {
        DiscreteDistribution coin = new DiscreteDistribution(List.of(1.0, 2.0), List.of(0.5, 0.5));
        Predictions predictions = HighestValueWins.secondPrice(List.of(coin, coin), Double.NEGATIVE_INFINITY)
                .equilibrium()
                .predictions();
        assertThat(predictions.revenue()).isEqualTo(1.25, within(ROUNDING));
        assertThat(predictions.gains()).isEqualTo(1.75, within(ROUNDING));
        assertThat(predictions.surplus().get(0)).isEqualTo(0.25, within(ROUNDING));
        assertThat(predictions.tradeProbability()).isEqualTo(1, within(ROUNDING));
    }

    @Test
    void theFiguresAreThoseOfPlayingEveryProfile() {
        List<DiscreteDistribution> types = List.of(FEW, OTHER, OTHER);
        for (double reserve : new double[] {0.5, 2, 3.5, 5}) {
            played(
                    HighestValueWins.secondPrice(types, reserve).equilibrium(),
                    SecondPriceAuction.of(3, OptionalDouble.of(reserve)),
                    types);
        }
        played(
                HighestValueWins.secondPrice(types, Double.NEGATIVE_INFINITY).equilibrium(),
                SecondPriceAuction.of(3, OptionalDouble.empty()),
                types);
        ValueDistribution few = UniformDistribution.of(1, 4);
        ValueDistribution other = UniformDistribution.of(-1, 3);
        played(HighestValueWins.vcg(types).equilibrium(), VcgAuction.of(List.of(few, other, other)), types);
    }

    @Test
    void oneValueForCertainIsAPoint() {
        DiscreteDistribution point = DiscreteDistribution.point(3);
        Predictions two = HighestValueWins.secondPrice(List.of(point, point), 1)
                .equilibrium()
                .predictions();
        assertThat(two.revenue()).isEqualTo(3, within(ROUNDING));
        Predictions one =
                HighestValueWins.secondPrice(List.of(point), 1).equilibrium().predictions();
        assertThat(one.revenue()).isEqualTo(1, within(ROUNDING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HighestValueWins.secondPrice(List.of(point), Double.NEGATIVE_INFINITY))
                .withMessageContaining("sole bidder");
    }

    private static void played(Equilibrium equilibrium, Mechanism mechanism, List<DiscreteDistribution> types) {
        double[] figures = new double[3 + 2 * types.size()];
        play(equilibrium, mechanism, types, new double[types.size()], 0, 1, figures);
        Predictions predictions = equilibrium.predictions();
        assertThat(predictions.revenue()).isEqualTo(figures[0], within(ROUNDING));
        assertThat(predictions.gains()).isEqualTo(figures[1], within(ROUNDING));
        assertThat(predictions.tradeProbability()).isEqualTo(figures[2], within(ROUNDING));
        for (int i = 0; i < types.size(); i++) {
            assertThat(predictions.surplus().get(i)).isEqualTo(figures[3 + i], within(ROUNDING));
            assertThat(predictions.payments().get(i)).isEqualTo(figures[3 + types.size() + i], within(ROUNDING));
        }
        assertThat(predictions.firstBestGains()).isGreaterThanOrEqualTo(predictions.gains() - ROUNDING);
    }

    private static void play(
            Equilibrium equilibrium,
            Mechanism mechanism,
            List<DiscreteDistribution> types,
            double[] profile,
            int agent,
            double probability,
            double... figures) {
        if (agent < types.size()) {
            DiscreteDistribution own = types.get(agent);
            for (int k = 0; k < own.size(); k++) {
                profile[agent] = own.points().get(k);
                double here = probability * own.probabilities().get(k);
                play(equilibrium, mechanism, types, profile, agent + 1, here, figures);
            }
            return;
        }
        double[] messages = new double[profile.length];
        java.util.Arrays.setAll(messages, i -> equilibrium.message(i, profile[i]));
        for (int[] order : ORDERS) {
            MarketOutcome outcome = mechanism.outcome(messages, TieOrder.of(order));
            for (int i = 0; i < profile.length; i++) {
                figures[0] += probability / ORDERS.length * outcome.payment(i);
                figures[1] += probability / ORDERS.length * outcome.units(i) * profile[i];
                figures[2] += probability / ORDERS.length * outcome.units(i);
                figures[3 + i] += probability / ORDERS.length * (outcome.units(i) * profile[i] - outcome.payment(i));
                figures[3 + profile.length + i] += probability / ORDERS.length * outcome.payment(i);
            }
        }
    }

    @Test
    void pricesAreOnePerBidder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HighestValueWins(List.of(FEW), 0, Collections.nCopies(2, 0.0)))
                .withMessageContaining("lowestPrices: 2");
    }
}
