package dev.envelope.theory.audit.game;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport.Errors;
import dev.envelope.theory.audit.SampledMean;
import dev.envelope.theory.audit.interim.Interim;
import dev.envelope.theory.audit.interim.Rotations;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.MarketOutcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is paid and what changes hands on average.
 *
 * @param revenue what all pay
 * @param rent what they receive is worth to them, less that
 * @param gains what they receive is worth, less what objects that were sold are worth to the house
 * @param errors the standard errors of these
 */
record AverageOutcome(double revenue, double rent, double gains, Errors errors) {

    /**
     * The sums over all agents of what was integrated for each.
     *
     * @param interims of every agent; the same of those that are alike
     */
    static AverageOutcome integrated(double sellerValue, List<Interim> interims, List<AgentReport> agents) {
        Map<Interim, Double> known = new HashMap<>();
        double revenue = 0;
        double rent = 0;
        double gains = 0;
        for (int i = 0; i < agents.size(); i++) {
            AgentReport agent = agents.get(i);
            revenue += agent.expectedPayment();
            rent += agent.expectedPayoff();
            gains += sellerValue == 0
                    ? agent.expectedGains()
                    : known.computeIfAbsent(interims.get(i), each -> each.expectedGains(sellerValue));
        }
        return new AverageOutcome(revenue, rent, gains, Errors.NONE);
    }

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
            for (int i = 0; i < types.length; i++) {
                paid += outcome.payment(i);
            }
            double gained = game.mechanism().gains(outcome, types);
            revenue.add(paid);
            gains.add(gained);
            rent.add(gained + game.mechanism().sellerValue() * outcome.sold() - paid);
        }
        return new AverageOutcome(
                revenue.mean(), rent.mean(), gains.mean(), new Errors(revenue.error(), gains.error(), rent.error()));
    }
}
