package dev.envelope.theory.commonvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MineralRightsTest {

    private static final SignalModel AROUND = new AdditiveSignals(25, 225, 12);
    private static final SignalModel VAGUE = new AdditiveSignals(0, 1, 0.75);
    private static final SignalModel PARTS = new ProportionalSignals(0, 1, 2);
    private static final List<SignalModel> MODELS = List.of(AROUND, VAGUE, PARTS, new ProportionalSignals(0.5, 2, 1));

    @Test
    void farFromTheEndsBidsHaveTheKnownForms() {
        MineralRights four = new MineralRights(AROUND, 4);
        for (double x : new double[] {37, 60, 150, 213}) {
            assertThat(four.bid(CommonPricing.SECOND_PRICE, x)).isEqualTo(x - 6, within(1e-11));
            double above = 24 / 5.0 * Math.exp(-4 / 24.0 * (x - 37));
            assertThat(four.bid(CommonPricing.FIRST_PRICE, x)).isEqualTo(x - 12 + above, within(1e-10));
        }
    }

    @Test
    void nearTheLowestValueBidsAreLines() {
        MineralRights four = new MineralRights(AROUND, 4);
        for (double x : new double[] {13, 20, 36}) {
            assertThat(four.bid(CommonPricing.SECOND_PRICE, x)).isEqualTo(25 + (x - 13) / 4, within(1e-12));
            assertThat(four.bid(CommonPricing.FIRST_PRICE, x)).isEqualTo(25 + (x - 13) / 5, within(1e-11));
        }
    }

    @Test
    void partsOfTheValueHaveTheTextbookForm() {
        MineralRights three = new MineralRights(PARTS, 3);
        for (double x : new double[] {0, 0.3, 1, 1.9, 2}) {
            assertThat(three.bid(CommonPricing.SECOND_PRICE, x)).isEqualTo(2 * x / (2 + x), within(1e-14));
        }
    }

    @Test
    void theTiedValueIsAConditionalMean() {
        for (SignalModel model : MODELS) {
            for (int n = 2; n <= 5; n++) {
                double width = model.highestSignal() - model.lowestSignal();
                for (double share : new double[] {0.05, 0.3, 0.5, 0.8, 0.97}) {
                    double x = model.lowestSignal() + share * width;
                    int others = n - 2;
                    double all = Quadrature.integrate(v -> tied(model, x, v, others), model.from(x), model.to(x));
                    double mean =
                            Quadrature.integrate(v -> v * tied(model, x, v, others), model.from(x), model.to(x)) / all;
                    assertThat(model.tiedValue(x, n)).isEqualTo(mean, within(1e-11 * model.scale()));
                }
            }
        }
    }

    @Test
    void noOtherBidIsBetter() {
        for (SignalModel model : MODELS) {
            for (CommonPricing pricing : CommonPricing.values()) {
                MineralRights game = new MineralRights(model, 3);
                assertThat(new SignalDeviation(game, pricing).largestGain(4))
                        .as(pricing + " of " + model)
                        .isLessThan(1e-9 * model.scale());
            }
        }
    }

    @Test
    void theFirstPriceTakesInLess() {
        for (SignalModel model : MODELS) {
            MineralRights game = new MineralRights(model, 3);
            assertThat(game.revenue(CommonPricing.FIRST_PRICE))
                    .isLessThanOrEqualTo(game.revenue(CommonPricing.SECOND_PRICE) + 1e-9);
            assertThat(game.profit(CommonPricing.SECOND_PRICE)).isPositive();
        }
    }

    @Test
    void simulationAgrees() {
        SplittableRandom random = new SplittableRandom(21);
        MineralRights game = new MineralRights(AROUND, 4);
        int rounds = 20_000;
        double sum = 0;
        double squares = 0;
        int lost = 0;
        for (int round = 0; round < rounds; round++) {
            double value = 25 + 200 * random.nextDouble();
            double first = Double.NEGATIVE_INFINITY;
            double second = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < 4; i++) {
                double x = AROUND.quantile(random.nextDouble(), value);
                second = Math.max(second, Math.min(first, x));
                first = Math.max(first, x);
            }
            double price = game.bid(CommonPricing.SECOND_PRICE, second);
            lost += price > value ? 1 : 0;
            sum += price;
            squares += price * price;
        }
        double mean = sum / rounds;
        double error = Math.sqrt((squares / rounds - mean * mean) / rounds);
        assertThat(mean).isEqualTo(game.revenue(CommonPricing.SECOND_PRICE), within(5 * error));
        assertThat(lost).isGreaterThan(rounds / 20);
    }

    @Test
    void winningIsBadNews() {
        WinnersCurse curse = new MineralRights(AROUND, 4).curse();
        assertThat(curse.estimate(100)).isEqualTo(100, within(1e-10));
        assertThat(curse.estimateOnWinning(100)).isEqualTo(100 - 12 * 3 / 5.0, within(1e-10));
        assertThat(curse.curse(100)).isEqualTo(7.2, within(1e-10));
        WinnersCurse wide = new MineralRights(new AdditiveSignals(0, 24_000, 12), 4).curse();
        // The ends, 1 in 1000 of the values, are all that parts this from a value in the middle.
        assertThat(wide.naiveProfit(CommonPricing.FIRST_PRICE)).isEqualTo(-12 * 3 / 5.0, within(0.03));
        assertThat(wide.naiveProfit(CommonPricing.SECOND_PRICE)).isEqualTo(-12 / 5.0, within(0.03));
    }

    @Test
    void theEquilibriumCarriesItsCertificate() {
        Equilibrium equilibrium = new MineralRights(PARTS, 2).equilibrium(CommonPricing.FIRST_PRICE);
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-9);
        assertThat(equilibrium.predictions().gains()).isEqualTo(0.5);
    }

    @Test
    void wrongGamesAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MineralRights(AROUND, 1))
                .withMessage("bidders: 1 (expected: at least 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MineralRights(AROUND, 3).bid(CommonPricing.FIRST_PRICE, 12))
                .withMessage("signal: 12.0 (expected: 13.0 to 237.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdditiveSignals(0, 1, 0))
                .withMessageContaining("error: 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProportionalSignals(-1, 1, 1))
                .withMessageContaining("lowestValue: -1.0");
    }

    private static double tied(SignalModel model, double x, double value, int others) {
        return model.density(x, value) * model.density(x, value) * Math.pow(model.cdf(x, value), others);
    }
}
