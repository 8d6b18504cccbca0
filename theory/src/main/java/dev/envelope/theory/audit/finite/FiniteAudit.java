package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.enumeration.Enumeration;
import dev.envelope.theory.audit.enumeration.ProfileFaults;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.finite.FiniteGame;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An incentive audit of agents with finitely many types each, by playing the mechanism at every profile with every misreport: figures and
 * verdicts are exact but for rounding. Ties are broken at random; what happens then is judged one by one where nobody may lose and the budget
 * be kept, and on average where somebody may gain.
 *
 * <p>Other reports than types that there are are no deviations; see {@link TriedMessages} for bids. Between finitely many types payoffs are
 * not tied together by the envelope formula, which is not looked at. Checked by {@code FiniteAuditTest} against sums written otherwise.
 */
public final class FiniteAudit {

    /** The gain that counts as none, in units of the types' size. */
    private static final double ROUNDING = 1e-12;

    private final AuditedPlay play;
    private final FiniteGame game;
    private final double rounding;
    private final double tolerance;

    private FiniteAudit(AuditedPlay play) {
        this.play = play;
        this.game = play.game();
        double size = size(game.types());
        this.rounding = ROUNDING * size;
        this.tolerance = play.settings().tolerance() * size;
    }

    /**
     * The audit of {@code strategies}, one per agent, where any number may be bid.
     *
     * @param settings of which the tolerance and the outside options count
     * @throws IllegalArgumentException where there are more profiles to go through than {@value FiniteGame#MOST_PROFILES}
     */
    public static AuditReport of(FiniteGame game, List<? extends BidFunction> strategies, AuditSettings settings) {
        return of(game, strategies, settings, AdmittedBids.ALL);
    }

    /** The same where no other bids than {@code bids} are deviations. */
    public static AuditReport of(
            FiniteGame game, List<? extends BidFunction> strategies, AuditSettings settings, AdmittedBids bids) {
        return new FiniteAudit(AuditedPlay.of(game, strategies, settings, bids)).report();
    }

    /** The audit where everybody says its type, and any number may be bid. */
    public static AuditReport ofTruth(FiniteGame game, AuditSettings settings) {
        return ofTruth(game, settings, AdmittedBids.ALL);
    }

    /** The same where no other bids than {@code bids} are deviations. */
    public static AuditReport ofTruth(FiniteGame game, AuditSettings settings, AdmittedBids bids) {
        return of(game, truth(game), settings, bids);
    }

    private static List<BidFunction> truth(FiniteGame game) {
        return Collections.nCopies(game.types().size(), BidFunction.TRUTH);
    }

    /**
     * What no agent gains by another bid where every message is rounded to the nearest of {@code bids}, on average over the others'
     * types: one number per agent. Empty where bids are any numbers, or messages are reports.
     *
     * @throws IllegalArgumentException where there are more profiles to go through than {@value FiniteGame#MOST_PROFILES}
     */
    public static List<Double> gainsOnTicks(
            FiniteGame game, List<? extends BidFunction> strategies, AuditSettings settings, AdmittedBids bids) {
        if (bids.tick().isEmpty() || game.mechanism().isDirect()) {
            return List.of();
        }
        return new FiniteAudit(AuditedPlay.of(game, rounded(strategies, bids), settings, bids))
                .enumerated().plays().stream()
                        .map(each -> each.regret().amount())
                        .toList();
    }

    /** Why {@link #gainsOnTicks} has too many profiles to go through; empty where it has not. */
    public static Optional<String> obstacleOnTicks(
            FiniteGame game, List<? extends BidFunction> strategies, AuditSettings settings, AdmittedBids bids) {
        return AuditedPlay.of(game, rounded(strategies, bids), settings, bids).obstacle();
    }

    private static List<BidFunction> rounded(List<? extends BidFunction> strategies, AdmittedBids bids) {
        Map<BidFunction, BidFunction> rounded = new HashMap<>();
        return strategies.stream()
                .map(strategy -> rounded.computeIfAbsent(strategy, free -> type -> {
                    double message = free.message(type);
                    return Double.isNaN(message) ? message : bids.nearest(message);
                }))
                .toList();
    }

    /** What rounding is measured in: the range of types, or the largest. */
    private static double size(List<DiscreteDistribution> types) {
        double size = 0;
        for (DiscreteDistribution one : types) {
            for (DiscreteDistribution other : types) {
                size = Math.max(size, one.upper() - other.lower());
            }
            size = Math.max(size, Math.max(Math.abs(one.lower()), Math.abs(one.upper())));
        }
        return size;
    }

    private AuditReport report() {
        Enumeration<AgentPlay> all = enumerated();
        List<AgentReport> agents = all.agents();
        return all.report(agents, verdicts(all, agents));
    }

    /** All profiles, played: once for each agent that is not like one before it; it stands in for those that are. */
    private Enumeration<AgentPlay> enumerated() {
        play.checkSize();
        ProfileFaults faults = new ProfileFaults();
        List<AgentPlay> plays = new ArrayList<>();
        for (int i = 0; i < game.types().size(); i++) {
            int first = play.firstLike(i);
            plays.add(first < i ? plays.get(first) : new AgentPlay(play, i, rounding, faults));
            if (first == i) {
                plays.get(i).play();
            }
        }
        return new Enumeration<>(plays, play::firstLike, faults, tolerance, profiles());
    }

    private List<Verdict> verdicts(Enumeration<AgentPlay> all, List<AgentReport> agents) {
        Verdict incentives = all.incentives(Property.BAYESIAN_INCENTIVES, tried());
        return List.of(
                saidOfBids(isTruth() ? incentives.as(Property.TRUTHFUL) : truthful()),
                incentives,
                dominant(all),
                agents.stream()
                        .map(agent -> Verdict.exact(
                                Property.INTERIM_RATIONALITY,
                                -agent.lowestMargin().value(),
                                tolerance,
                                agent.lowestMargin().witness(),
                                "all types"))
                        .reduce(Verdict::orWorse)
                        .orElseThrow());
    }

    /** Against every profile of types, and, where messages are bids, against whatever the others bid. */
    private Verdict dominant(Enumeration<AgentPlay> all) {
        Verdict exPost = all.dominant(tried());
        return game.mechanism().isDirect() ? exPost : new DominanceSearch(play, rounding).verdict(exPost, tolerance);
    }

    /** {@code truthful}, unless there are types that are no bids. */
    private Verdict saidOfBids(Verdict truthful) {
        List<List<Double>> types =
                game.types().stream().map(DiscreteDistribution::points).toList();
        return game.mechanism().isDirect() ? truthful : new SayableTypes(types, play.bids()).said(truthful);
    }

    private String tried() {
        return game.mechanism().isDirect()
                ? "every misreport"
                : "every bid" + play.bids().inWords() + " that ranks otherwise among what others send";
    }

    /** In words, how many profiles of types there are, whoever is alike. */
    private String profiles() {
        BigDecimal count = BigDecimal.ONE;
        for (DiscreteDistribution type : game.types()) {
            count = count.multiply(BigDecimal.valueOf(type.size()));
        }
        return count.compareTo(BigDecimal.ONE) == 0 ? "the only profile" : "all " + count.toPlainString() + " profiles";
    }

    private boolean isTruth() {
        for (int i = 0; i < game.types().size(); i++) {
            for (double type : game.types().get(i).points()) {
                if (play.sent(i, type) != type) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether truth is an equilibrium, whatever the strategies that are audited. */
    private Verdict truthful() {
        FiniteAudit audit = new FiniteAudit(AuditedPlay.of(game, truth(game), play.settings(), play.bids()));
        return audit.enumerated().incentives(Property.TRUTHFUL, audit.tried());
    }
}
