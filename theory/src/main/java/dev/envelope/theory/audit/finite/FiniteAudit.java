package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditReport.Errors;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Verdict;
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
import java.util.function.Function;

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
        FiniteAudit audit = new FiniteAudit(AuditedPlay.of(game, rounded(strategies, bids), settings, bids));
        List<AgentPlay> plays = audit.plays();
        PlayedProfile profiles = new PlayedProfile(game.mechanism());
        for (int i = 0; i < plays.size(); i++) {
            if (audit.play.firstLike(i) == i) {
                plays.get(i).play(profiles);
            }
        }
        return plays.stream().map(each -> each.regret().amount()).toList();
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
        List<AgentPlay> plays = plays();
        PlayedProfile profiles = new PlayedProfile(game.mechanism());
        double firstBest = 0;
        double givenUp = 0;
        for (int i = 0; i < plays.size(); i++) {
            if (play.firstLike(i) == i) {
                plays.get(i).play(profiles);
                firstBest = i == 0 ? profiles.firstBest() : firstBest;
                givenUp = i == 0 ? profiles.givenUp() : givenUp;
            }
        }
        List<AgentReport> agents = new ArrayList<>();
        double revenue = 0;
        double worth = 0;
        for (int i = 0; i < plays.size(); i++) {
            int first = play.firstLike(i);
            agents.add(first < i ? agents.get(first).of(i) : plays.get(i).report());
            revenue += agents.get(i).expectedPayment();
            worth += agents.get(i).expectedGains();
        }
        return new AuditReport(
                verdicts(plays, agents, profiles),
                agents,
                revenue,
                worth - revenue,
                worth - givenUp,
                firstBest,
                Errors.NONE,
                profiles.imbalance.amount(),
                "enumeration");
    }

    /** One for each agent that is not like one before it; it stands in for those that are. */
    private List<AgentPlay> plays() {
        play.checkSize();
        List<AgentPlay> plays = new ArrayList<>();
        for (int i = 0; i < game.types().size(); i++) {
            int first = play.firstLike(i);
            plays.add(first < i ? plays.get(first) : new AgentPlay(play, i, rounding));
        }
        return plays;
    }

    private List<Verdict> verdicts(List<AgentPlay> plays, List<AgentReport> agents, PlayedProfile profiles) {
        String all = profiles();
        Verdict incentives = regret(Property.BAYESIAN_INCENTIVES, plays);
        return List.of(
                saidOfBids(isTruth() ? incentives.as(Property.TRUTHFUL) : truthful()),
                incentives,
                dominant(plays, all),
                worst(
                        agents,
                        agent -> Verdict.exact(
                                Property.INTERIM_RATIONALITY,
                                -agent.lowestMargin().value(),
                                tolerance,
                                agent.lowestMargin().witness(),
                                "all types")),
                worst(plays, play -> play.loss.verdict(Property.EX_POST_RATIONALITY, tolerance, all)),
                profiles.deficit.verdict(Property.NO_DEFICIT, tolerance, all),
                profiles.imbalance.verdict(Property.BUDGET_BALANCE, tolerance, all),
                profiles.waste.verdict(Property.EFFICIENCY, tolerance, all));
    }

    /** Against every profile of types, and, where messages are bids, against whatever the others bid. */
    private Verdict dominant(List<AgentPlay> plays, String all) {
        Verdict exPost =
                worst(plays, play -> play.gain.verdict(Property.DOMINANT_STRATEGIES, tolerance, all + ", " + tried()));
        return game.mechanism().isDirect() ? exPost : new DominanceSearch(play, rounding).verdict(exPost, tolerance);
    }

    /** {@code truthful}, unless there are types that are no bids. */
    private Verdict saidOfBids(Verdict truthful) {
        List<List<Double>> types =
                game.types().stream().map(DiscreteDistribution::points).toList();
        return game.mechanism().isDirect() ? truthful : new SayableTypes(types, play.bids()).said(truthful);
    }

    private Verdict regret(Property property, List<AgentPlay> plays) {
        return worst(plays, play -> play.regret().verdict(property, tolerance, "all types, " + tried()));
    }

    private String tried() {
        return game.mechanism().isDirect()
                ? "every misreport"
                : "every bid" + play.bids().inWords() + " that ranks otherwise among what others send";
    }

    private static <A> Verdict worst(List<A> all, Function<A, Verdict> verdict) {
        return all.stream().map(verdict).reduce(Verdict::orWorse).orElseThrow();
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
        List<AgentPlay> plays = audit.plays();
        PlayedProfile profiles = new PlayedProfile(game.mechanism());
        for (int i = 0; i < plays.size(); i++) {
            if (audit.play.firstLike(i) == i) {
                plays.get(i).play(profiles);
            }
        }
        return audit.regret(Property.TRUTHFUL, plays);
    }
}
