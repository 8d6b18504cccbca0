package dev.envelope.lab.game;

import dev.envelope.game.asked.AskedGame;
import dev.envelope.game.asked.offer.MessageBounds;
import dev.envelope.game.plan.Treatment;
import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Proved;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.audit.finite.DemandAudit;
import dev.envelope.theory.audit.finite.FiniteAudit;
import dev.envelope.theory.audit.game.Audit;
import dev.envelope.theory.audit.played.PlayedAudit;
import dev.envelope.theory.audit.played.PlayedGame;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.finite.demand.DemandGame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A treatment's game with an audit of its incentives. All money is in points.
 *
 * @param treatment the treatment
 * @param game its game, where it is one of one private number per risk-neutral agent
 * @param strategies what was audited, in words
 * @param played what each agent's types do in that game
 * @param report what was found
 * @param enumeratedGains what each agent gains at most where every message is a whole number of ticks, where all profiles were gone through for it
 */
public record AuditedGame(
        Treatment treatment,
        Optional<BayesianGame> game,
        String strategies,
        List<? extends BidFunction> played,
        AuditReport report,
        List<OptionalDouble> enumeratedGains) {

    /** Copies the lists. */
    public AuditedGame {
        played = List.copyOf(played);
        enumeratedGains = List.copyOf(enumeratedGains);
    }

    /** The error of an integrated average, in units of all types together. */
    private static final double OF_QUADRATURE = 1e-10;

    /**
     * Audits telling the truth in the game of {@code treatment}.
     *
     * @throws IllegalArgumentException when the game cannot be audited; says why
     */
    public static AuditedGame ofTruth(Treatment treatment, RandomGenerator random) {
        AskedGame game = AskedGame.of(treatment);
        game.checkTruthIsAdmitted();
        Optional<FiniteGame> finite = game.finite();
        if (finite.isPresent()) {
            List<BidFunction> truth = Collections.nCopies(treatment.marketSize(), BidFunction.TRUTH);
            return enumerated(game, finite.get(), "truth", truth, settings(game, random));
        }
        Optional<DemandGame> demand = game.demand();
        if (demand.isPresent()) {
            return enumerated(game, demand.get(), "truth", settings(game, random));
        }
        Proved proved = Proved.ofTruth(game::solution);
        Optional<PlayedGame> played = game.playedTruth();
        if (played.isPresent()) {
            return played(treatment, "truth", played.get(), settings(game, random), proved);
        }
        BayesianGame audited = game.audited();
        List<BidFunction> truth = Collections.nCopies(audited.types().size(), BidFunction.TRUTH);
        AuditReport report = Audit.ofTruth(audited, settings(game, random), proved);
        return new AuditedGame(treatment, Optional.of(audited), "truth", truth, report, List.of());
    }

    /**
     * Audits the equilibrium of the game of {@code treatment}.
     *
     * @throws IllegalArgumentException when theory has none, or the game cannot be audited; says why
     */
    public static AuditedGame ofEquilibrium(Treatment treatment, RandomGenerator random) {
        AskedGame game = AskedGame.of(treatment);
        Solution solution = game.solution();
        if (solution instanceof Equilibrium equilibrium) {
            String words = "equilibrium, " + equilibrium.name();
            Optional<FiniteGame> finite = game.finite();
            if (finite.isPresent()) {
                return enumerated(game, finite.get(), words, equilibrium.strategies(), settings(game, random));
            }
            Optional<DemandGame> demand = game.demand();
            if (demand.isPresent()) {
                return enumerated(game, demand.get(), words, settings(game, random));
            }
            Proved proved = Proved.by(equilibrium.certificate());
            Optional<PlayedGame> played = game.played(equilibrium);
            if (played.isPresent()) {
                return played(treatment, words, played.get(), settings(game, random), proved);
            }
            BayesianGame audited = game.audited();
            AuditReport report = Audit.of(audited, equilibrium.strategies(), settings(game, random), proved);
            return new AuditedGame(treatment, Optional.of(audited), words, equilibrium.strategies(), report, List.of());
        }
        throw new IllegalArgumentException(treatment.id() + ": " + ((NoEquilibrium) solution).reason());
    }

    private static AuditedGame enumerated(
            AskedGame game, FiniteGame finite, String words, List<BidFunction> strategies, AuditSettings settings) {
        Treatment treatment = game.treatment();
        AuditReport report = FiniteAudit.of(
                finite, strategies, settings, MessageBounds.of(treatment).bids());
        return new AuditedGame(
                treatment, Optional.empty(), words, List.of(), report, TickGains.of(game, finite, strategies));
    }

    /** Of several units or packages, where what is solved is the truth. */
    private static AuditedGame enumerated(AskedGame game, DemandGame demand, String words, AuditSettings settings) {
        Treatment treatment = game.treatment();
        AuditReport report = DemandAudit.ofTruth(
                demand,
                treatment.utility(),
                settings,
                MessageBounds.of(treatment).bids());
        return new AuditedGame(treatment, Optional.empty(), words, List.of(), report, List.of());
    }

    private static AuditedGame played(
            Treatment treatment, String words, PlayedGame game, AuditSettings settings, Proved proved) {
        return new AuditedGame(
                treatment, Optional.empty(), words, List.of(), PlayedAudit.of(game, settings, proved), List.of());
    }

    private static AuditSettings settings(AskedGame game, RandomGenerator random) {
        return game.withOutsideOptions(AuditSettings.USUAL.withUniforms(random::nextDouble));
    }

    private List<OptionalDouble> gainsOnTicks() {
        if (!enumeratedGains.isEmpty()) {
            return enumeratedGains;
        }
        return game.map(audited -> TickGains.of(audited, played, treatment.ticks()))
                .orElseGet(() -> Collections.nCopies(report.agents().size(), OptionalDouble.empty()));
    }

    /** Lines for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(treatment.id() + ": " + treatment.mechanism().type().planName() + ", " + strategies + ", by "
                + report.method());
        UtilityWords.of(treatment.utility()).ifPresent(words -> lines.add("  utility " + words));
        for (Verdict verdict : report.verdicts()) {
            lines.add(String.format(
                    Locale.ROOT, "  %-22s %-10s %s", name(verdict.property()), name(verdict.ruling()), why(verdict)));
        }
        onTicks()
                .ifPresent(words -> lines.add(
                        "  on ticks of " + Figures.of(treatment.ticks().toPoints(1)) + words));
        lines.add("  revenue " + figure(report.revenue(), report.errors().revenue()) + ", rent "
                + figure(report.rent(), report.errors().rent()) + ", gains "
                + figure(report.gains(), report.errors().gains()) + " of " + Figures.of(report.firstBestGains()));
        return lines;
    }

    /** A figure, 0 where that is within the error of its quadrature, with its standard error where it has one. */
    private String figure(double mean, double error) {
        double scale = Math.max(Size.ofTypes(treatment), Math.abs(report.firstBestGains()));
        return Figures.of(Math.abs(mean) <= OF_QUADRATURE * scale ? 0 : mean)
                + (error > 0 ? String.format(Locale.ROOT, " ± %.2g", error) : "");
    }

    /** What is known of gains on ticks, or why nothing is; empty of finitely many types where nothing is. */
    private Optional<String> onTicks() {
        OptionalDouble largest = TickGains.largest(gainsOnTicks());
        if (largest.isPresent()) {
            return Optional.of(" no gain from another message above " + Figures.of(largest.getAsDouble()));
        }
        Optional<String> obstacle = enumeratedGains.isEmpty() && game.isEmpty()
                ? Optional.of("a game of one number per risk-neutral agent, which is not played out")
                : game.flatMap(audited -> TickGains.obstacle(audited, played, treatment.ticks()));
        return obstacle.map(reason -> ": none (a bound on gains takes " + reason + ")");
    }

    private static String why(Verdict verdict) {
        return switch (verdict.ruling()) {
            case HOLDS -> "(" + verdict.evidence() + ")";
            case FAILS -> "by " + Figures.of(verdict.amount()) + ": " + verdict.witness();
            case UNDECIDED ->
                "between " + Figures.of(verdict.low()) + " and " + Figures.of(verdict.high()) + " ("
                        + verdict.evidence() + ")";
        };
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** {@code {"games":[…]}}, numbers in full precision; {@code docs/theory.md} describes the schema. */
    public static String json(List<AuditedGame> games) {
        return new JsonMapper()
                .writeValueAsString(
                        Map.of("games", games.stream().map(AuditedGame::fields).toList()));
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("treatment", treatment.id());
        fields.put("mechanism", treatment.mechanism().type().planName());
        fields.put("strategies", strategies);
        fields.put("method", report.method());
        fields.put(
                "verdicts", report.verdicts().stream().map(AuditedGame::fields).toList());
        List<OptionalDouble> onTicks = gainsOnTicks();
        fields.put(
                "agents",
                report.agents().stream()
                        .map(agent -> fields(agent, onTicks.get(agent.agent())))
                        .toList());
        fields.put("tick", treatment.ticks().toPoints(1));
        fields.put("revenue", report.revenue());
        fields.put("revenue_error", report.errors().revenue());
        fields.put("rent", report.rent());
        fields.put("rent_error", report.errors().rent());
        fields.put("gains", report.gains());
        fields.put("gains_error", report.errors().gains());
        fields.put("first_best_gains", report.firstBestGains());
        fields.put("largest_imbalance", report.largestImbalance());
        return fields;
    }

    private static Map<String, Object> fields(Verdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("property", name(verdict.property()));
        fields.put("ruling", name(verdict.ruling()));
        fields.put("amount", verdict.amount());
        fields.put("low", verdict.low());
        fields.put("high", verdict.high());
        fields.put("witness", fields(verdict.witness()));
        fields.put("evidence", verdict.evidence());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Witness witness) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("agent", witness.agent().isPresent() ? witness.agent().getAsInt() : null);
        fields.put("type", witness.type().isPresent() ? witness.type().getAsDouble() : null);
        boolean says =
                witness.message().isPresent() && !Double.isNaN(witness.message().getAsDouble());
        fields.put("message", says ? witness.message().getAsDouble() : null);
        fields.put("abstains", witness.message().isPresent() && !says);
        fields.put("profile", witness.profile());
        if (!witness.types().isEmpty()) {
            fields.put("types", witness.types());
            fields.put("messages", witness.messages());
        }
        if (!witness.others().isEmpty()) {
            fields.put(
                    "others",
                    witness.others().stream()
                            .map(message -> message.stream()
                                    .filter(bid -> !Double.isNaN(bid))
                                    .toList())
                            .toList());
        }
        return fields;
    }

    private static Map<String, @Nullable Object> fields(AgentReport agent, OptionalDouble onTicks) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("agent", agent.agent());
        fields.put("regret", agent.regret().value());
        fields.put("regret_error", agent.regret().error());
        fields.put(
                "gain_bound", agent.gainBound().isPresent() ? agent.gainBound().getAsDouble() : null);
        fields.put("gain_on_ticks", onTicks.isPresent() ? onTicks.getAsDouble() : null);
        fields.put("monotonicity_violation", orNull(agent.monotonicityViolation()));
        fields.put("envelope_residual", orNull(agent.envelopeResidual()));
        fields.put("lowest_margin", agent.lowestMargin().value());
        fields.put("expected_payment", agent.expectedPayment());
        fields.put("expected_payoff", agent.expectedPayoff());
        return fields;
    }

    private static @Nullable Double orNull(double number) {
        return Double.isNaN(number) ? null : number;
    }
}
