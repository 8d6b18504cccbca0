package dev.envelope.theory.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

class SecondBestTradeTest {

    /** The simplex method's own accuracy, on numbers of about 1. */
    private static final double SIMPLEX = 1e-9;

    @Test
    void twoTypesOfEachWithoutRoomForAllTradesAreAsByHand() {
        DiscreteDistribution buyer = new DiscreteDistribution(List.of(1.0, 4.0), List.of(0.5, 0.5));
        DiscreteDistribution seller = new DiscreteDistribution(List.of(0.0, 3.0), List.of(0.5, 0.5));
        // ψ = (−2, 4) and γ = (0, 6): (4, 0), (4, 3) and (1, 0) leave 4 − 2 − 2 in the budget, so that all trades can
        // be made.
        assertThat(new SecondBestTrade(buyer, seller).gains()).isEqualTo((4 + 1 + 1) / 4.0, within(1e-12));
        DiscreteDistribution rare = new DiscreteDistribution(List.of(1.0, 4.0), List.of(0.25, 0.75));
        // ψ(1) = 1 − 3·3 = −8: of eight, 3·4 − 3·2 − 8·x ≥ 0 leaves x = 3/4 of the trades of 1 and 0.
        assertThat(new SecondBestTrade(rare, seller).gains()).isEqualTo((3 * 4 + 3 * 1 + 0.75) / 8, within(1e-12));
    }

    @Test
    void whatTradeCanBringIsWhatTheProgrammeWithAllConstraintsFinds() {
        SplittableRandom random = new SplittableRandom(5);
        for (int n = 0; n < 40; n++) {
            DiscreteDistribution buyer = drawn(random, 0.2);
            DiscreteDistribution seller = drawn(random, 0);
            assertThat(new SecondBestTrade(buyer, seller).gains())
                    .as(buyer + ", " + seller)
                    .isEqualTo(programme(buyer, seller), within(SIMPLEX));
        }
    }

    @Test
    void extremesAreWhatTheyShouldBe() {
        DiscreteDistribution one = DiscreteDistribution.point(1);
        assertThat(new SecondBestTrade(one, DiscreteDistribution.point(0.25)).gains())
                .isEqualTo(0.75, within(1e-12));
        assertThat(new SecondBestTrade(one, DiscreteDistribution.point(2)).gains())
                .isEqualTo(0, within(1e-12));
    }

    private static DiscreteDistribution drawn(SplittableRandom random, double from) {
        int size = 1 + random.nextInt(5);
        List<Double> points =
                random.doubles(size, from, from + 1).sorted().boxed().toList();
        double[] weights = random.doubles(size, 0.1, 1).toArray();
        double total = IntStream.range(0, size).mapToDouble(i -> weights[i]).sum();
        return new DiscreteDistribution(
                points,
                IntStream.range(0, size).mapToObj(i -> weights[i] / total).toList());
    }

    /** Trades x, expected payments of each type, all incentives, all participation, and a budget that is kept on average. */
    private static double programme(DiscreteDistribution buyer, DiscreteDistribution seller) {
        ExpressionsBasedModel model = new ExpressionsBasedModel(new Optimisation.Options());
        int m = buyer.size();
        int n = seller.size();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double gain = buyer.points().get(i) - seller.points().get(j);
                model.newVariable("x" + i + "," + j)
                        .lower(0)
                        .upper(1)
                        .weight(gain
                                * buyer.probabilities().get(i)
                                * seller.probabilities().get(j));
            }
        }
        for (int i = 0; i < m + n; i++) {
            model.newVariable("t" + i).lower(-10).upper(10);
        }
        Expression budget = model.newExpression("budget").lower(0);
        for (int i = 0; i < m; i++) {
            budget.set(m * n + i, buyer.probabilities().get(i));
            for (int told = 0; told < m; told++) {
                payoff(model, buyer.points().get(i), i, told, seller, m, true);
            }
            payoff(model, buyer.points().get(i), i, -1, seller, m, true);
        }
        for (int j = 0; j < n; j++) {
            budget.set(m * n + m + j, -seller.probabilities().get(j));
            for (int told = 0; told < n; told++) {
                payoff(model, -seller.points().get(j), j, told, buyer, n, false);
            }
            payoff(model, -seller.points().get(j), j, -1, buyer, n, false);
        }
        Optimisation.Result result = model.maximise();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.getValue();
    }

    /** That type {@code own} gains nothing by telling another; nothing below 0 where {@code told} is −1. */
    private static void payoff(
            ExpressionsBasedModel model,
            double worth,
            int own,
            int told,
            DiscreteDistribution other,
            int size,
            boolean isBuyer) {
        if (own == told) {
            return;
        }
        int n = other.size();
        Expression row =
                model.newExpression(isBuyer + " " + own + " as " + told).lower(0);
        for (int sign = 1; sign >= (told < 0 ? 1 : -1); sign -= 2) {
            int as = sign > 0 ? own : told;
            for (int k = 0; k < n; k++) {
                int x = isBuyer ? as * n + k : k * size + as;
                row.add(x, sign * worth * other.probabilities().get(k));
            }
            row.add((isBuyer ? n * size : n * size + n) + as, isBuyer ? -sign : sign);
        }
    }
}
