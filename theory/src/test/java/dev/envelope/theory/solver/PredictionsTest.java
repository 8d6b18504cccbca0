package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedExponential;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.mechanism.VcgAuction;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is predicted against what happens when the game is played many times, from a fixed seed. */
class PredictionsTest {

    private static final int ROUNDS = 40_000;

    /** About one false alarm in 15,000 comparisons. */
    private static final double STANDARD_ERRORS = 4;

    static List<BayesianGame> games() {
        List<ValueDistribution> different = List.of(
                UniformDistribution.of(-0.5, 1), PowerDistribution.of(2, 0.2, 1.5), new TruncatedExponential(1, 0, 2));
        List<ValueDistribution> alike = Collections.nCopies(4, UniformDistribution.of(10, 50));
        ValueDistribution twoPeaks = new MixtureDistribution(List.of(
                new MixtureDistribution.Component(0.75, UniformDistribution.of(0, 3)),
                new MixtureDistribution.Component(0.25, UniformDistribution.of(4, 8))));
        List<ValueDistribution> bimodal = Collections.nCopies(3, twoPeaks);
        List<ValueDistribution> mixed = List.of(twoPeaks, UniformDistribution.of(0, 7), twoPeaks);
        return List.of(
                new BayesianGame(FirstPriceAuction.of(4, OptionalDouble.of(25)), alike),
                new BayesianGame(SecondPriceAuction.of(4, OptionalDouble.empty()), alike),
                new BayesianGame(SecondPriceAuction.of(3, OptionalDouble.of(0.4)), different),
                new BayesianGame(VcgAuction.of(different), different),
                new BayesianGame(OptimalAuction.of(different, 0), different),
                new BayesianGame(OptimalAuction.of(different, 0.5), different),
                new BayesianGame(OptimalAuction.of(bimodal, 0), bimodal),
                new BayesianGame(OptimalAuction.of(mixed, 0.5), mixed),
                new BayesianGame(new AllPayAuction(4, 3), alike),
                new BayesianGame(ThirdPriceAuction.of(4), alike),
                new BayesianGame(EntryFeeAuction.of(SecondPriceAuction.of(4, OptionalDouble.of(20)), 2), alike),
                new BayesianGame(EntryFeeAuction.of(FirstPriceAuction.of(4, OptionalDouble.of(20)), 2), alike),
                new BayesianGame(
                        FirstPriceAuction.of(4, OptionalDouble.of(20)), alike, new ConstantRelativeRiskAversion(0.4)),
                new BayesianGame(
                        FirstPriceAuction.of(4, OptionalDouble.of(20)), alike, new ConstantAbsoluteRiskAversion(0.1)),
                trade(0.5, UniformDistribution.of(0, 1), UniformDistribution.of(0, 1)),
                trade(0.75, UniformDistribution.of(0.4, 1), UniformDistribution.of(0, 0.6)),
                trade(0.5, UniformDistribution.of(0.5, 1.5), UniformDistribution.of(0, 1)));
    }

    private static BayesianGame trade(double k, ValueDistribution value, ValueDistribution cost) {
        return new BayesianGame(BilateralDoubleAuction.of(k), List.of(value, cost));
    }

    @ParameterizedTest
    @MethodSource("games")
    void playedRoundsAverageToThePredictions(BayesianGame game) {
        Equilibrium equilibrium = Solved.game(game);
        int n = game.mechanism().agents();
        double[][] played = new double[ROUNDS][];
        Random random = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            played[round] = play(game, equilibrium, random);
        }
        Predictions predictions = equilibrium.predictions();
        agree(played, 0, predictions.revenue());
        agree(played, 1, predictions.gains());
        agree(played, 2, predictions.firstBestGains());
        agree(played, 3, predictions.tradeProbability());
        for (int i = 0; i < n; i++) {
            agree(played, 4 + i, predictions.surplus().get(i));
            agree(played, 4 + n + i, predictions.payments().get(i));
        }
    }

    /** One round: revenue, gains, first best, trade, each agent's payoff and each agent's payment. */
    private static double[] play(BayesianGame game, Equilibrium equilibrium, Random random) {
        Mechanism mechanism = game.mechanism();
        int n = mechanism.agents();
        double[] types = new double[n];
        double[] messages = new double[n];
        for (int i = 0; i < n; i++) {
            types[i] = game.types().get(i).quantile(random.nextDouble());
            messages[i] = equilibrium.message(i, types[i]);
        }
        MarketOutcome outcome = mechanism.outcome(messages, shuffled(n, random));
        double[] result = new double[4 + 2 * n];
        double kept = mechanism.sellerValue();
        result[2] = kept;
        for (int i = 0; i < n; i++) {
            result[0] += outcome.payment(i);
            result[1] += outcome.units(i) * (types[i] - kept);
            result[2] = mechanism.side(i) == Side.SELLER ? result[2] - types[i] : Math.max(result[2], types[i]);
            result[3] += Math.max(0, outcome.units(i));
            result[4 + i] = outcome.units(i) * types[i] - outcome.payment(i);
            result[4 + n + i] = outcome.payment(i);
        }
        result[2] = Math.max(0, result[2] - kept);
        return result;
    }

    private static TieOrder shuffled(int agents, Random random) {
        List<Integer> ranks = new ArrayList<>(IntStream.range(0, agents).boxed().toList());
        Collections.shuffle(ranks, random);
        return TieOrder.of(ranks.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void agree(double[][] played, int column, double predicted) {
        double sum = 0;
        double squares = 0;
        for (double[] round : played) {
            sum += round[column];
            squares += round[column] * round[column];
        }
        double mean = sum / ROUNDS;
        double error = Math.sqrt(Math.max(0, squares / ROUNDS - mean * mean) / ROUNDS);
        assertThat(Math.abs(mean - predicted))
                .as("column %s: played %s, predicted %s", column, mean, predicted)
                .isLessThanOrEqualTo(STANDARD_ERRORS * error + 1e-9);
    }
}
