package dev.envelope.theory.audit.game;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Proved;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.interim.Candidates;
import dev.envelope.theory.audit.interim.Earnings;
import dev.envelope.theory.audit.interim.IntegratedInterim;
import dev.envelope.theory.audit.interim.Interim;
import dev.envelope.theory.audit.interim.Profiles;
import dev.envelope.theory.audit.interim.Rotations;
import dev.envelope.theory.audit.interim.SampledInterim;
import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.equilibrium.AlikeAgents;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An incentive audit: q, m and U of every agent, the largest gain from misreporting, and a verdict with a witness for each
 * {@link Property} (Krishna, ch. 5.1; Myerson 1981).
 *
 * <p>Interim payoffs come from playing the mechanism, and are integrated for two agents and for bidders of whom only the strongest rival
 * matters; of units of which everybody wants one, and of k-double auctions whose traders are alike within the sides, they are computed from
 * the laws of the others' messages ({@link Earnings}). Otherwise they are simulated from the caller's stream with standard errors, and what
 * cannot be told from chance is {@link Ruling#UNDECIDED}, unless it is {@link Proved} or computed chances to win decide it. Properties of profiles are searched on an even set of them. A property
 * that holds by dominance holds on average too. Checked by {@code AuditTest} against the known failures and non-failures.
 */
public final class Audit {

    private final BayesianGame game;
    private final List<BidFunction> strategies;
    private final AuditSettings settings;
    private final AlikeAgents alike;
    private final List<Candidates> candidates = new ArrayList<>();
    private final List<double[]> profiles;
    private final List<double[]> draws = new ArrayList<>();
    private final List<Optional<GainBound>> bounds = new ArrayList<>();
    private final Proved proved;
    private final boolean isIntegrated;
    private final double range;
    private final Judgement judgement;

    private Audit(BayesianGame game, List<? extends BidFunction> strategies, AuditSettings settings, Proved proved) {
        this.game = game;
        this.proved = proved;
        this.settings = settings;
        int n = game.types().size();
        if (strategies.size() != n) {
            throw new IllegalArgumentException(
                    "strategies: " + strategies.size() + " (expected: one per agent, " + n + ")");
        }
        if (!game.isRiskNeutral()) {
            throw new IllegalArgumentException("utility: " + game.utility()
                    + " (expected: risk neutral; an audit of others is of agents that get a"
                    + " unit of an object, give one up or do neither, whose game is played out)");
        }
        if (!settings.outsideOptions().isEmpty() && settings.outsideOptions().size() != n) {
            throw new IllegalArgumentException("outsideOptions: "
                    + settings.outsideOptions().size() + " (expected: none, or one per agent, " + n + ")");
        }
        Optional<List<BidFunction>> followed = Earnings.followed(game, List.copyOf(strategies));
        this.isIntegrated = followed.isPresent();
        this.strategies = followed.orElse(List.copyOf(strategies));
        this.alike = AlikeAgents.of(game, this.strategies, settings.outsideOptions());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            int first = alike.first(i);
            candidates.add(first < i ? candidates.get(first) : Candidates.of(game, this.strategies, i, settings));
            low = Math.min(low, game.types().get(i).lower());
            high = Math.max(high, game.types().get(i).upper());
        }
        this.range = high - low;
        this.profiles = Profiles.of(game.types(), settings.profiles());
        this.judgement = new Judgement(settings, settings.tolerance() * range, isIntegrated);
        if (!isIntegrated) {
            draw();
        }
    }

    /** The audit of {@code strategies}, one per agent. */
    public static AuditReport of(BayesianGame game, List<? extends BidFunction> strategies, AuditSettings settings) {
        return of(game, strategies, settings, Proved.NOTHING);
    }

    /** The same where {@code proved} is known of exactly these strategies in exactly this game. */
    public static AuditReport of(
            BayesianGame game, List<? extends BidFunction> strategies, AuditSettings settings, Proved proved) {
        return new Audit(game, strategies, settings, proved).report();
    }

    /** The audit where everybody says its type. */
    public static AuditReport ofTruth(BayesianGame game, AuditSettings settings) {
        return ofTruth(game, settings, Proved.NOTHING);
    }

    /** The same where {@code proved} is known of truth in exactly this game. */
    public static AuditReport ofTruth(BayesianGame game, AuditSettings settings, Proved proved) {
        return of(game, Truth.of(game), settings, proved);
    }

    private void draw() {
        java.util.function.DoubleSupplier uniforms = settings.uniforms()
                .orElseThrow(() -> new IllegalArgumentException("uniforms: none (expected: a stream of uniform numbers,"
                        + " since payoffs in " + game.mechanism() + " cannot be integrated)"));
        for (int s = 0; s < settings.samples(); s++) {
            double[] types = new double[game.types().size()];
            for (int i = 0; i < types.length; i++) {
                types[i] = game.types().get(i).quantile(uniforms.getAsDouble());
            }
            draws.add(types);
        }
    }

    private AuditReport report() {
        List<Interim> interims = new ArrayList<>();
        List<AgentReport> agents = new ArrayList<>();
        for (int i = 0; i < strategies.size(); i++) {
            int first = alike.first(i);
            interims.add(first < i ? interims.get(first) : interim(i));
            bounds.add(first < i ? bounds.get(first) : gainBound(i));
            agents.add(first < i ? agents.get(first).of(i) : report(interims.get(i), bounds.get(i)));
        }
        List<double[]> landmarks = java.util.stream.IntStream.range(0, strategies.size())
                .mapToObj(i -> alike.first(i) == i ? candidates.get(i).landmarks() : new double[0])
                .toList();
        List<double[]> searched = new ArrayList<>(profiles);
        searched.addAll(Profiles.at(landmarks, game.types(), profiles));
        ExPostSearch exPost = new ExPostSearch(game, strategies, candidates, settings, alike, searched.size());
        searched.forEach(exPost::look);
        AverageOutcome played = isIntegrated
                ? AverageOutcome.integrated(game.mechanism().sellerValue(), interims, agents)
                : AverageOutcome.of(game, strategies, draws);
        double firstBest = isIntegrated ? FirstBest.expected(game, profiles) : FirstBest.drawn(game, draws);
        List<Verdict> verdicts = verdicts(interims, agents, exPost, searched.size() + " profiles");
        return new AuditReport(
                isIntegrated ? disproof(agents, firstBest - played.gains()).of(verdicts, isTruth()) : settled(verdicts),
                agents,
                played.revenue(),
                played.rent(),
                played.gains(),
                firstBest,
                played.errors(),
                exPost.imbalance.amount(),
                isIntegrated ? "quadrature" : settings.samples() + " draws");
    }

    /** The verdicts on what is gained by deviating where draws leave them open. */
    private List<Verdict> settled(List<Verdict> verdicts) {
        Deviations deviations = new Deviations(range, judgement.tolerance(), boundsJudged(), proved);
        Verdict incentives = deviations.settle(Disproof.verdictOn(Property.BAYESIAN_INCENTIVES, verdicts));
        boolean isAbstainingAMessage = game.mechanism().mayAbstain()
                && !game.mechanism().isDirect()
                && settings.outsideOptions().isEmpty();
        return verdicts.stream()
                .map(verdict -> switch (verdict.property()) {
                    case BAYESIAN_INCENTIVES -> incentives;
                    case TRUTHFUL -> isTruthItself() ? incentives.as(Property.TRUTHFUL) : verdict;
                    case INTERIM_RATIONALITY -> isAbstainingAMessage ? verdict.impliedBy(incentives) : verdict;
                    default -> verdict;
                })
                .toList();
    }

    /** The bounds on the gains that are judged, which are in real numbers. */
    private List<Optional<GainBound>> boundsJudged() {
        return settings.tick().isPresent() ? List.of() : List.copyOf(bounds);
    }

    private Disproof disproof(List<AgentReport> agents, double shortfall) {
        boolean isEveryOptionNothing = settings.outsideOptions().isEmpty();
        double worst =
                agents.stream().mapToDouble(AgentReport::expectedPayoff).min().orElseThrow();
        return new Disproof(
                range,
                FirstBest.isIntegrated(game.mechanism()) ? shortfall : 0,
                isEveryOptionNothing ? worst : 0,
                boundsJudged());
    }

    private Interim interim(int agent) {
        return isIntegrated
                ? new IntegratedInterim(game, strategies, agent, candidates.get(agent))
                : new SampledInterim(
                        new Rotations(game.mechanism()),
                        strategies,
                        agent,
                        candidates.get(agent),
                        draws.toArray(double[][]::new));
    }

    private AgentReport report(Interim interim, Optional<GainBound> bound) {
        return new AgentReport(
                interim.agent,
                interim.curve(),
                interim.regret(),
                bound.map(each -> OptionalDouble.of(each.bound())).orElseGet(OptionalDouble::empty),
                interim.monotonicityViolation(),
                interim.envelopeResidual(),
                interim.lowestMargin(settings),
                interim.expectedPayment(),
                interim.expectedGains(0));
    }

    /** On ticks of any strategies; in real numbers of those whose losses can be bounded closely. */
    private Optional<GainBound> gainBound(int agent) {
        if (settings.tick().isPresent()) {
            return GainBound.obstacleOnTicks(game, strategies).isPresent()
                    ? Optional.empty()
                    : Optional.of(GainBound.onTicksOfAgent(
                            game, strategies, agent, settings.tick().getAsDouble()));
        }
        boolean isClose = strategies.stream()
                .allMatch(each -> each instanceof PiecewiseLinearBid || each instanceof PiecewiseCubicBid);
        Effort effort = GainBound.mayStayFar(game) ? Effort.SHORT : Effort.USUAL;
        return isClose && GainBound.obstacle(game).isEmpty()
                ? Optional.of(GainBound.ofAgent(game, strategies, agent, effort))
                : Optional.empty();
    }

    private List<Verdict> verdicts(
            List<Interim> interims, List<AgentReport> agents, ExPostSearch exPost, String searched) {
        Verdict dominant = judgement.exPost(Property.DOMINANT_STRATEGIES, exPost.gain, searched + exPost.restriction());
        Verdict secure = judgement.exPost(Property.EX_POST_RATIONALITY, exPost.loss, searched);
        Verdict incentives = worst(Property.BAYESIAN_INCENTIVES, interims, agents, dominant);
        return List.of(
                truthful(incentives),
                incentives,
                dominant,
                worst(Property.INTERIM_RATIONALITY, interims, agents, secure),
                secure,
                judgement.exPost(Property.NO_DEFICIT, exPost.deficit, searched),
                judgement.exPost(Property.BUDGET_BALANCE, exPost.imbalance, searched),
                judgement.exPost(Property.EFFICIENCY, exPost.waste, searched));
    }

    /** The verdict on the agent that fares worst; {@code stronger} implies it. */
    private Verdict worst(Property property, List<Interim> interims, List<AgentReport> agents, Verdict stronger) {
        boolean isImplied = stronger.ruling() == Ruling.HOLDS;
        return Judgement.worst(agents.stream()
                .map(agent -> judgement.of(
                        property,
                        interims.get(agent.agent()),
                        property == Property.INTERIM_RATIONALITY ? agent.lowestMargin() : agent.regret(),
                        isImplied)));
    }

    /** Whether truth is an equilibrium, whatever the strategies that are audited. */
    private Verdict truthful(Verdict incentives) {
        if (isTruth()) {
            return incentives.as(Property.TRUTHFUL);
        }
        Audit audit = new Audit(game, Truth.of(game), settings, Proved.NOTHING);
        Verdict worst = Judgement.worst(java.util.stream.IntStream.range(0, strategies.size())
                .filter(i -> audit.alike.first(i) == i)
                .mapToObj(audit::interim)
                .map(interim -> audit.judgement.of(Property.TRUTHFUL, interim, interim.regret(), false)));
        return audit.settledAlone(worst);
    }

    /** A verdict on what deviating from these strategies gains, settled where computing bounds for it alone does. */
    private Verdict settledAlone(Verdict verdict) {
        if (isIntegrated || verdict.ruling() != Ruling.UNDECIDED) {
            return verdict;
        }
        for (int i = 0; i < strategies.size(); i++) {
            int first = alike.first(i);
            bounds.add(first < i ? bounds.get(first) : gainBound(i));
        }
        return new Deviations(range, judgement.tolerance(), boundsJudged(), proved).settle(verdict);
    }

    /** Whether the strategies are truth, at all types and not only at those looked at. */
    private boolean isTruthItself() {
        return Truth.is(strategies, game);
    }

    private boolean isTruth() {
        for (Candidates candidate : candidates) {
            for (int k = 0; k < candidate.types().length; k++) {
                if (candidate.message(k) != candidate.types()[k]) {
                    return false;
                }
            }
        }
        return true;
    }
}
