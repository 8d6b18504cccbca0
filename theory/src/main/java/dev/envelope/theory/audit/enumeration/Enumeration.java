package dev.envelope.theory.audit.enumeration;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditReport.Errors;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * All profiles of an audit, played: what every agent got, and what was wrong with all of them together.
 *
 * @param plays of every agent; the same of those that are alike
 * @param firstLike the first agent that each is like
 * @param tolerance the violation that counts as none
 * @param all in words, how many profiles there are
 */
public record Enumeration<A extends EnumeratedAgent>(
        List<A> plays, IntUnaryOperator firstLike, ProfileFaults faults, double tolerance, String all) {

    /** Whether no type gains by another message on average; {@code tried} says which were looked at. */
    public Verdict incentives(Property property, String tried) {
        return worst(play -> play.regret().verdict(property, tolerance, "all types, " + tried));
    }

    /** Whether none gains at any profile of what the others should send. */
    public Verdict dominant(String tried) {
        return worst(play -> play.gain().verdict(Property.DOMINANT_STRATEGIES, tolerance, all + ", " + tried));
    }

    /** The worst of what is said of every agent. */
    public Verdict worst(Function<A, Verdict> verdict) {
        return plays.stream().map(verdict).reduce(Verdict::orWorse).orElseThrow();
    }

    /** The figures of every agent. */
    public List<AgentReport> agents() {
        List<AgentReport> agents = new ArrayList<>();
        for (int i = 0; i < plays.size(); i++) {
            int first = firstLike.applyAsInt(i);
            agents.add(first < i ? agents.get(first).of(i) : plays.get(i).report());
        }
        return agents;
    }

    /**
     * The report.
     *
     * @param incentives the verdicts on what agents do on average and at every profile, and on whether they gain by taking part on average
     */
    public AuditReport report(List<AgentReport> agents, List<Verdict> incentives) {
        double revenue = 0;
        double worth = 0;
        for (AgentReport agent : agents) {
            revenue += agent.expectedPayment();
            worth += agent.expectedGains();
        }
        List<Verdict> verdicts = new ArrayList<>(incentives);
        verdicts.add(worst(play -> play.loss().verdict(Property.EX_POST_RATIONALITY, tolerance, all)));
        verdicts.addAll(faults.verdicts(tolerance, all));
        return new AuditReport(
                verdicts,
                agents,
                revenue,
                worth - revenue,
                worth - plays.get(0).givenUp(),
                plays.get(0).firstBest(),
                Errors.NONE,
                faults.imbalance(),
                "enumeration");
    }
}
