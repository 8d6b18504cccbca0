package dev.envelope.lab.game;

import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Solved games as JSON, numbers in full precision; {@code docs/theory.md} describes the schema. */
public final class SolutionJson {

    private SolutionJson() {}

    /** {@code {"games":[…]}}. */
    public static String of(List<SolvedGame> games) {
        return new JsonMapper()
                .writeValueAsString(
                        Map.of("games", games.stream().map(SolutionJson::game).toList()));
    }

    private static Map<String, Object> game(SolvedGame solved) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("treatment", solved.treatment().id());
        fields.put("mechanism", solved.treatment().mechanism().type().planName());
        fields.put("seconds", solved.seconds());
        if (solved.solution() instanceof Equilibrium equilibrium) {
            fields.put("solved", true);
            fields.put("equilibrium", equilibrium.name());
            fields.put("certificate", certificate(equilibrium.certificate(), solved));
            fields.put(
                    "strategies",
                    solved.strategies().stream().map(SolutionJson::strategy).toList());
            fields.put("predictions", predictions(equilibrium.predictions()));
            Map<String, Object> facts = new LinkedHashMap<>();
            solved.facts().forEach(fact -> facts.put(fact.name(), fact.numbers()));
            fields.put("facts", facts);
        } else if (solved.solution() instanceof NoEquilibrium none) {
            fields.put("solved", false);
            fields.put("reason", none.reason());
        }
        return fields;
    }

    private static Map<String, @Nullable Object> certificate(Certificate certificate, SolvedGame solved) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", certificate.kind() == Certificate.Kind.CLOSED_FORM ? "closed_form" : "numeric");
        fields.put("source", certificate.source());
        fields.put("largest_gain", orNull(certificate.largestGain()));
        fields.put("gain_bound", orNull(certificate.gainBound()));
        fields.put("approximate", certificate.isApproximate());
        fields.put("tick", solved.treatment().ticks().toPoints(1));
        fields.put("gain_on_ticks", orNull(solved.gainOnTicks()));
        return fields;
    }

    private static Map<String, Object> strategy(SolvedGame.Strategy strategy) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("role", strategy.role());
        strategy.unit().ifPresent(unit -> fields.put("unit", unit));
        fields.put("types", strategy.types());
        List<@Nullable Double> messages = new ArrayList<>();
        strategy.messages().forEach(message -> messages.add(message.isNaN() ? null : message));
        fields.put("messages", messages);
        return fields;
    }

    private static Map<String, @Nullable Object> predictions(Predictions predictions) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("revenue", predictions.revenue());
        fields.put("gains", predictions.gains());
        fields.put("first_best_gains", predictions.firstBestGains());
        fields.put("efficiency", Double.isNaN(predictions.efficiency()) ? null : predictions.efficiency());
        fields.put("trade_probability", predictions.tradeProbability());
        fields.put("surplus", predictions.surplus());
        fields.put("payments", predictions.payments().isEmpty() ? null : predictions.payments());
        return fields;
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
