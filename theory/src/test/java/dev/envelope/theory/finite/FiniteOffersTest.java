package dev.envelope.theory.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiniteOffersTest {

    private static final DiscreteDistribution STRONG =
            new DiscreteDistribution(List.of(1.0, 4.0, 5.0), List.of(0.3, 0.3, 0.4));
    private static final DiscreteDistribution WEAK = new DiscreteDistribution(List.of(0.5, 2.0), List.of(0.5, 0.5));

    /** Over all prices in steps of 1/4. */
    @Test
    void noOtherPricesEarnMore() {
        for (List<DiscreteDistribution> types :
                List.of(List.of(STRONG, STRONG, WEAK), List.of(WEAK, STRONG, STRONG), List.of(STRONG, WEAK, STRONG))) {
            double most = 0;
            for (double first = 0; first <= 5; first += 0.25) {
                for (double second = 0; second <= 5; second += 0.25) {
                    for (double third = 0; third <= 5; third += 0.25) {
                        most = Math.max(most, earned(types, new double[] {first, second, third}));
                    }
                }
            }
            FiniteOffers offers = FiniteOffers.of(types);
            Predictions predictions = offers.equilibrium().predictions();
            assertThat(predictions.revenue()).isEqualTo(most, within(1e-12));
            assertThat(earned(
                            types, offers.prices().stream().mapToDouble(p -> p).toArray()))
                    .isEqualTo(most, within(1e-12));
        }
    }

    private static double earned(List<DiscreteDistribution> types, double[] prices) {
        double reach = 1;
        double earned = 0;
        for (int i = 0; i < prices.length; i++) {
            double accepted = 0;
            for (double x : types.get(i).points()) {
                accepted += x >= prices[i] ? types.get(i).mass(x) : 0;
            }
            earned += reach * accepted * prices[i];
            reach *= 1 - accepted;
        }
        return earned;
    }

    /** Before two strong buyers the weak one would have to pay more than it ever would. */
    @Test
    void whoIsWorthLessThanWaitingGetsNoOfferThatItAccepts() {
        FiniteOffers offers = FiniteOffers.of(List.of(WEAK, STRONG, STRONG));
        assertThat(offers.prices().get(0)).isGreaterThan(2);
        assertThat(offers.outcome(new double[] {2, 5, 1}, TieOrder.byIndex(3)).units(1))
                .isEqualTo(1);
        assertThat(offers.equilibrium().predictions().surplus().get(0)).isZero();
    }

    @Test
    void predictionsAreWhatIsPlayed() {
        FiniteOffers offers = FiniteOffers.of(List.of(STRONG, WEAK, STRONG));
        Predictions predictions = offers.equilibrium().predictions();
        Predictions played = TruthfulPlay.equilibrium(
                        new FiniteGame(offers, offers.types()), Double.NEGATIVE_INFINITY, "truthful", "none")
                .predictions();
        assertThat(predictions.revenue()).isEqualTo(played.revenue(), within(1e-12));
        assertThat(predictions.gains()).isEqualTo(played.gains(), within(1e-12));
        assertThat(predictions.tradeProbability()).isEqualTo(played.tradeProbability(), within(1e-12));
        for (int i = 0; i < 3; i++) {
            assertThat(predictions.surplus().get(i)).isEqualTo(played.surplus().get(i), within(1e-12));
        }
    }
}
