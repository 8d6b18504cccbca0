package dev.envelope.theory.audit.played;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Proved;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.SampledMean;
import dev.envelope.theory.audit.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * An audit of a {@link PlayedGame}: of bids for several units and for packages, of bids on signals of a common value, and of
 * risk-averse agents.
 *
 * <p>As {@link dev.envelope.theory.audit.game.Audit} where nothing can be integrated: all else is drawn for some types of each agent, half of
 * the draws choose the message that gains most and the other half measure it, and what cannot be told from chance is undecided unless it is {@link Proved}.
 * Gains are of utility. An outside option is worth 0. Checked by {@code PlayedAuditTest} against known failures.
 */
public final class PlayedAudit {

    private static final int TYPES = 12;
    private static final int DRAWS_PER_SAMPLE = 10;
    private static final int PROFILES_PER_DRAWN = 5;

    private final PlayedGame game;
    private final DoubleSupplier uniforms;
    private final int samples;
    private final double scale;
    private final double tolerance;
    private final Proved proved;
    private final PlayedSearch profiles;
    private final List<InterimPlay> interims;

    private PlayedAudit(PlayedGame game, AuditSettings settings, Proved proved) {
        this.proved = proved;
        this.game = game;
        this.uniforms = settings.uniforms()
                .orElseThrow(() -> new IllegalArgumentException(
                        "uniforms: none (expected: a stream of uniform numbers, for the game is played out)"));
        this.samples = Math.max(100, settings.samples() / DRAWS_PER_SAMPLE / game.slowness());
        this.scale = scale();
        this.tolerance = settings.tolerance() * scale;
        this.profiles = new PlayedSearch(
                game, uniforms, Math.max(1, settings.profiles() / PROFILES_PER_DRAWN / game.slowness()), tolerance);
        this.interims = interims(game);
    }

    /** The audit of {@code game}, with draws from the settings' stream. */
    public static AuditReport of(PlayedGame game, AuditSettings settings) {
        return of(game, settings, Proved.NOTHING);
    }

    /** The same where {@code proved} is known of exactly the strategies of {@code game}. */
    public static AuditReport of(PlayedGame game, AuditSettings settings, Proved proved) {
        return new PlayedAudit(game, settings, proved).report();
    }

    /** The largest type drawn, what errors are measured in. */
    private double scale() {
        double largest = 0;
        for (int s = 0; s < samples; s++) {
            for (double number : game.draw(uniforms).profile()) {
                largest = Math.max(largest, Math.abs(number));
            }
        }
        return largest;
    }

    private List<InterimPlay> interims(PlayedGame played) {
        List<InterimPlay> found = new ArrayList<>();
        for (int i = 0; i < played.agents(); i++) {
            int first = played.firstLike(i);
            found.add(first < i ? found.get(first) : new InterimPlay(played, i, uniforms, TYPES, samples, tolerance));
        }
        return found;
    }

    private AuditReport report() {
        int draws = samples * TYPES;
        double[] payments = new double[game.agents()];
        double[] gains = new double[game.agents()];
        SampledMean firstBest = new SampledMean();
        SampledMean revenue = new SampledMean();
        SampledMean realised = new SampledMean();
        SampledMean rent = new SampledMean();
        for (int s = 0; s < draws; s++) {
            Draw draw = game.draw(uniforms);
            Settlement settled = game.settle(draw, InterimPlay.messages(game, draw));
            firstBest.add(game.firstBest(draw));
            revenue.add(settled.revenue());
            realised.add(settled.gains());
            rent.add(settled.rent());
            for (int i = 0; i < payments.length; i++) {
                payments[i] += settled.payments().get(i) / draws;
                gains[i] += settled.worth().get(i) / draws;
            }
        }
        List<AgentReport> agents = new ArrayList<>();
        for (int i = 0; i < payments.length; i++) {
            agents.add(agent(i, payments[i], gains[i]));
        }
        return new AuditReport(
                verdicts(),
                agents,
                revenue.mean(),
                rent.mean(),
                realised.mean(),
                firstBest.mean(),
                new AuditReport.Errors(revenue.error(), realised.error(), rent.error()),
                profiles.largestImbalance(),
                draws + " draws");
    }

    private AgentReport agent(int i, double payment, double gains) {
        return new AgentReport(
                i,
                List.of(),
                interims.get(i).regret(),
                OptionalDouble.empty(),
                Double.NaN,
                Double.NaN,
                interims.get(i).lowestMargin(),
                payment,
                gains);
    }

    private List<Verdict> verdicts() {
        Verdict dominant = profiles.verdict(Property.DOMINANT_STRATEGIES);
        Verdict secure = profiles.verdict(Property.EX_POST_RATIONALITY);
        Verdict incentives = proved.settle(
                computed(game, regret(Property.BAYESIAN_INCENTIVES, interims, dominant.ruling() == Ruling.HOLDS)),
                scale);
        return List.of(
                truthful(dominant),
                incentives,
                dominant,
                mayAbstain() ? margin(secure).impliedBy(incentives) : margin(secure),
                secure,
                profiles.verdict(Property.NO_DEFICIT),
                profiles.verdict(Property.BUDGET_BALANCE),
                profiles.verdict(Property.EFFICIENCY));
    }

    /** Whether truth is an equilibrium, whatever the strategies that are audited. */
    private Verdict truthful(Verdict dominant) {
        if (game.isTruthful()) {
            return proved.settle(
                    computed(game, regret(Property.TRUTHFUL, interims, dominant.ruling() == Ruling.HOLDS)), scale);
        }
        PlayedGame truthful = game.truthful();
        return computed(truthful, regret(Property.TRUTHFUL, interims(truthful), false));
    }

    /** {@code drawn}, which fails where chance leaves it open and a gain in {@code played} is computed. */
    private Verdict computed(PlayedGame played, Verdict drawn) {
        if (drawn.ruling() != Ruling.UNDECIDED) {
            return drawn;
        }
        return played.computedGain()
                .map(gain -> Verdict.exact(
                        drawn.property(),
                        gain.value(),
                        tolerance,
                        gain.witness(),
                        drawn.evidence() + "; gains computed by quadrature"))
                .filter(verdict -> verdict.ruling() == Ruling.FAILS)
                .orElse(drawn);
    }

    /** Whether to abstain is one of the messages that are tried. */
    private boolean mayAbstain() {
        Draw draw = game.draw(uniforms);
        return java.util.stream.IntStream.range(0, game.agents())
                .allMatch(i -> game.tried(i, draw.types().get(i)).contains(List.of()));
    }

    private Verdict regret(Property property, List<InterimPlay> of, boolean isDominant) {
        return of.stream()
                .map(each ->
                        verdict(property, 1, each.regret(), each.doubtedGain(), isDominant || each.isRegretCertain()))
                .reduce(Verdict::orWorse)
                .orElseThrow();
    }

    private Verdict margin(Verdict secure) {
        boolean isSecure = secure.ruling() == Ruling.HOLDS;
        return interims.stream()
                .map(each -> verdict(
                        Property.INTERIM_RATIONALITY,
                        -1,
                        each.lowestMargin(),
                        each.doubtedMargin(),
                        isSecure || each.isMarginCertain()))
                .reduce(Verdict::orWorse)
                .orElseThrow();
    }

    /** Where it is open although what was {@code chosen} is none beyond rounding, that is because of {@code doubted}. */
    private Verdict verdict(Property property, int sign, Estimate chosen, Estimate doubted, boolean isCertain) {
        Verdict verdict = verdict(property, sign, chosen, isCertain);
        return verdict.ruling() == Ruling.UNDECIDED && verdict.high() <= tolerance
                ? verdict(property, sign, doubted, false).withRuling(Ruling.UNDECIDED)
                : verdict;
    }

    private Verdict verdict(Property property, int sign, Estimate estimate, boolean isCertain) {
        String evidence =
                TYPES + " types of each agent, " + samples + " draws of all else, half to choose and half to measure";
        double amount = sign * estimate.value();
        return Verdict.sampled(property, amount, estimate.error(), tolerance, isCertain, estimate.witness(), evidence);
    }
}
