package dev.envelope.theory.audit.game;

import dev.envelope.theory.audit.AuditReport.Errors;
import dev.envelope.theory.audit.SampledMean;
import dev.envelope.theory.audit.interim.Rotations;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.MarketOutcome;
import java.util.Arrays;
import java.util.List;

/**
 * What is paid and what changes hands on average.
 *
 * @param revenue what all pay
 * @param gains what they receive is worth
 * @param errors the standard errors of both and of their difference
 */
record AverageOutcome(double revenue, double gains, Errors errors) {

    /** The means over {@code draws}, the types of all. */
    static AverageOutcome of(BayesianGame game, List<BidFunction> strategies, List<double[]> draws) {
        Rotations rules = new Rotations(game.mechanism());
        SampledMean revenue = new SampledMean();
        SampledMean gains = new SampledMean();
        SampledMean rent = new SampledMean();
        for (double[] types : draws) {
            double[] messages = new double[types.length];
            Arrays.setAll(messages, i -> strategies.get(i).message(types[i]));
            MarketOutcome outcome = rules.of(messages).get(0);
            double paid = 0;
            double worth = 0;
            for (int i = 0; i < types.length; i++) {
                paid += outcome.payment(i);
                worth += outcome.coefficient(i) * types[i] + game.mechanism().externality(i, outcome, types);
            }
            revenue.add(paid);
            gains.add(worth);
            rent.add(worth - paid);
        }
        return new AverageOutcome(
                revenue.mean(), gains.mean(), new Errors(revenue.error(), gains.error(), rent.error()));
    }
}
