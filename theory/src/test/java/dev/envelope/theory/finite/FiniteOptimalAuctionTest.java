package dev.envelope.theory.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

class FiniteOptimalAuctionTest {

    private static final double SIMPLEX = 1e-8;
    private static final double ROUNDING = 1e-12;

    private static DiscreteDistribution type(List<Double> points, List<Double> chances) {
        return new DiscreteDistribution(points, chances);
    }

    /** 1 and 2, each with one half: ψ = (0, 2). Whoever has 2 alone pays 2 − 1/2, whoever ties pays its value. */
    @Test
    void twoValuesAreAsByHand() {
        DiscreteDistribution even = type(List.of(1.0, 2.0), List.of(0.5, 0.5));
        FiniteOptimalAuction auction = FiniteOptimalAuction.of(List.of(even, even), 0);
        TieOrder ties = TieOrder.byIndex(2);
        assertThat(auction.outcome(new double[] {2, 1}, ties).payments()).containsExactly(1.5, 0);
        assertThat(auction.outcome(new double[] {2, 2}, ties).payments()).containsExactly(2, 0);
        assertThat(auction.outcome(new double[] {1, 1}, ties).payments()).containsExactly(1, 0);
        Predictions predictions = auction.equilibrium().predictions();
        // E[max ψ] = 3/4·2
        assertThat(predictions.revenue()).isEqualTo(1.5, within(ROUNDING));
        assertThat(predictions.tradeProbability()).isEqualTo(1, within(ROUNDING));
        // 2 instead of 1 with a chance of a quarter to win with 1
        assertThat(predictions.surplus().get(0)).isEqualTo(0.5 * 0.25, within(ROUNDING));
        assertThat(FiniteOptimalAuction.of(List.of(even, even), 0.1)
                        .outcome(new double[] {1, 1}, ties)
                        .units(0))
                .isZero();
    }

    /** 1, 2 and 3 with 0.3, 0.1 and 0.6: ψ = (1 − 7/3, 2 − 6, 3) is ironed to −2 below 3. */
    @Test
    void virtualValuesThatFallArePooled() {
        DiscreteDistribution irregular = type(List.of(1.0, 2.0, 3.0), List.of(0.3, 0.1, 0.6));
        FiniteOptimalAuction auction = FiniteOptimalAuction.of(List.of(irregular, irregular), -3);
        assertThat(auction.virtual().get(0).get(0))
                .isEqualTo(auction.virtual().get(0).get(1));
        // 1 and 2 tie and pay 1; 3 against one of them pays 3 − (3 − 1)/2.
        TieOrder ties = TieOrder.byIndex(2);
        assertThat(auction.outcome(new double[] {1, 2}, ties).payments()).containsExactly(1, 0);
        assertThat(auction.outcome(new double[] {1, 3}, ties).payments()).containsExactly(0, 2);
    }

    @Test
    void noMechanismEarnsMore() {
        SplittableRandom random = new SplittableRandom(11);
        for (int n = 0; n < 25; n++) {
            List<DiscreteDistribution> types = List.of(DrawnTypes.of(random, -2, 8), DrawnTypes.of(random, -2, 8));
            double kept = random.nextInt(3) - 1;
            Predictions predictions =
                    FiniteOptimalAuction.of(types, kept).equilibrium().predictions();
            assertThat(predictions.revenue() - kept * predictions.tradeProbability())
                    .as(types + ", " + kept)
                    .isEqualTo(programme(types, kept), within(SIMPLEX));
        }
    }

    /** 1 and 2, each with one half, kept for 1/2: sold where there is a 2, which gains 3/2; best also where there is none, for 1/2. */
    @Test
    void gainsAreBeyondWhatItIsWorthToKeepIt() {
        DiscreteDistribution even = type(List.of(1.0, 2.0), List.of(0.5, 0.5));
        Predictions half =
                FiniteOptimalAuction.of(List.of(even, even), 0.5).equilibrium().predictions();
        assertThat(half.gains()).isEqualTo(0.75 * 1.5, within(ROUNDING));
        assertThat(half.firstBestGains()).isEqualTo(0.75 * 1.5 + 0.25 * 0.5, within(ROUNDING));
        // 2 is what who has it pays.
        assertThat(half.revenue()).isEqualTo(0.75 * 2, within(ROUNDING));
        assertThat(half.surplus()).allSatisfy(each -> assertThat(each).isEqualTo(0, within(ROUNDING)));
        Predictions kept =
                FiniteOptimalAuction.of(List.of(even, even), 3).equilibrium().predictions();
        assertThat(kept.gains()).isZero();
        assertThat(kept.efficiency()).isEqualTo(1);
        // With −1 nobody is turned away.
        Predictions burden =
                FiniteOptimalAuction.of(List.of(even, even), -1).equilibrium().predictions();
        assertThat(burden.gains()).isEqualTo(0.75 * 3 + 0.25 * 2, within(ROUNDING));
        assertThat(burden.efficiency()).isEqualTo(1, within(ROUNDING));
    }

    /** Its predictions are what comes of playing it at every profile. */
    @Test
    void predictionsAreWhatIsPlayed() {
        SplittableRandom random = new SplittableRandom(12);
        for (int n = 0; n < 25; n++) {
            DiscreteDistribution one = DrawnTypes.of(random, -2, 8);
            FiniteOptimalAuction auction =
                    FiniteOptimalAuction.of(List.of(one, one, DrawnTypes.of(random, -2, 8)), random.nextInt(5) - 1);
            Predictions predictions = auction.equilibrium().predictions();
            Predictions played = TruthfulPlay.equilibrium(
                            new FiniteGame(auction, auction.types()), Double.NEGATIVE_INFINITY, "truthful", "none")
                    .predictions();
            assertThat(predictions.revenue()).isEqualTo(played.revenue(), within(ROUNDING));
            assertThat(predictions.gains()).isEqualTo(played.gains(), within(ROUNDING));
            assertThat(predictions.firstBestGains()).isEqualTo(played.firstBestGains(), within(ROUNDING));
            assertThat(predictions.tradeProbability()).isEqualTo(played.tradeProbability(), within(ROUNDING));
            for (int i = 0; i < 3; i++) {
                assertThat(predictions.surplus().get(i))
                        .isEqualTo(played.surplus().get(i), within(ROUNDING));
                assertThat(predictions.payments().get(i))
                        .isEqualTo(played.payments().get(i), within(ROUNDING));
            }
        }
    }

    /** ψ(0.3) = 0.3 − 0.3·0.5/0.5 is 0 but for rounding, and so is 0.1 − 0.2·(1/3)/(2/3): who wins must not depend on it. */
    @Test
    void virtualValuesThatDifferByRoundingTie() {
        DiscreteDistribution one = type(List.of(0.3, 0.6), List.of(0.5, 0.5));
        DiscreteDistribution other = type(List.of(0.1, 0.3), List.of(2 / 3.0, 1 / 3.0));
        FiniteOptimalAuction auction = FiniteOptimalAuction.of(List.of(one, other), 0);
        assertThat(auction.virtual().get(0).get(0)).isZero();
        assertThat(auction.virtual().get(1).get(0)).isZero();
    }

    @Test
    void reportsHaveToBeTypes() {
        DiscreteDistribution even = type(List.of(1.0, 2.0), List.of(0.5, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteOptimalAuction.of(List.of(even, even), 0)
                        .outcome(new double[] {1, 1.5}, TieOrder.byIndex(2)))
                .withMessage("messages[1]: 1.5 (expected: one of [1.0, 2.0])");
    }

    /** The most that chances x_i(a, b) of two bidders and expected payments t_i earn, beside what a kept object is worth. */
    private static double programme(List<DiscreteDistribution> types, double kept) {
        ExpressionsBasedModel model = new ExpressionsBasedModel(new Optimisation.Options());
        int m = types.get(0).size();
        int n = types.get(1).size();
        for (int i = 0; i < 2; i++) {
            for (int a = 0; a < m; a++) {
                for (int b = 0; b < n; b++) {
                    model.newVariable("x" + i + "," + a + "," + b)
                            .lower(0)
                            .upper(1)
                            .weight(-kept
                                    * types.get(0).probabilities().get(a)
                                    * types.get(1).probabilities().get(b));
                }
            }
        }
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < types.get(i).size(); k++) {
                model.newVariable("t" + i + "," + k)
                        .lower(-50)
                        .upper(50)
                        .weight(types.get(i).probabilities().get(k));
            }
        }
        for (int cell = 0; cell < m * n; cell++) {
            model.newExpression("one " + cell).upper(1).set(cell, 1).set(m * n + cell, 1);
        }
        for (int i = 0; i < 2; i++) {
            for (int own = 0; own < types.get(i).size(); own++) {
                for (int told = -1; told < types.get(i).size(); told++) {
                    Expression row =
                            model.newExpression(i + ": " + own + " as " + told).lower(0);
                    add(row, types, i, own, own, 1);
                    if (told >= 0 && told != own) {
                        add(row, types, i, own, told, -1);
                    }
                }
            }
        }
        Optimisation.Result result = model.maximise();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.getValue();
    }

    private static void add(
            Expression row, List<DiscreteDistribution> types, int agent, int own, int told, double sign) {
        int m = types.get(0).size();
        int n = types.get(1).size();
        DiscreteDistribution other = types.get(1 - agent);
        for (int k = 0; k < other.size(); k++) {
            int cell = agent * m * n + (agent == 0 ? told * n + k : k * n + told);
            row.add(
                    cell,
                    sign
                            * types.get(agent).points().get(own)
                            * other.probabilities().get(k));
        }
        row.add(2 * m * n + (agent == 0 ? 0 : m) + told, -sign);
    }
}
