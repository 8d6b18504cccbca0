package dev.envelope.lab.plot.audit;

import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What an agent of some type expects from a message against the others' strategies. */
@FunctionalInterface
interface MessagePayoff {

    /** How many profiles of the others are drawn where nothing can be integrated. */
    int DRAWS = 2_000;

    /** E[payoff] of type {@code type} that sends {@code message}. */
    double of(double type, double message);

    /** By quadrature; see {@link BestResponse} for which games. */
    static MessagePayoff integrated(BayesianGame game, List<? extends BidFunction> strategies, int agent) {
        return BestResponse.of(game, List.copyOf(strategies), agent)::payoff;
    }

    /** As an average over {@value #DRAWS} profiles of the others, the same ones for every type and message. */
    static MessagePayoff sampled(BayesianGame game, List<? extends BidFunction> strategies, int agent) {
        int n = strategies.size();
        SplittableRandom random = new SplittableRandom(1);
        List<double[]> profiles = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] profile = new double[n];
            Arrays.setAll(
                    profile, i -> strategies.get(i).message(game.types().get(i).quantile(random.nextDouble())));
            profiles.add(profile);
        }
        int[] backwards = new int[n];
        Arrays.setAll(backwards, i -> n - 1 - i);
        return (type, message) -> {
            double total = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] profile = profiles.get(draw).clone();
                profile[agent] = message;
                TieOrder ties = draw % 2 == 0 ? TieOrder.byIndex(n) : TieOrder.of(backwards);
                MarketOutcome outcome = game.mechanism().outcome(profile, ties);
                total += outcome.units(agent) * type - outcome.payment(agent);
            }
            return total / DRAWS;
        };
    }
}
