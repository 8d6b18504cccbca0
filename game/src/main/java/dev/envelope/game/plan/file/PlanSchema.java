package dev.envelope.game.plan.file;

import dev.envelope.game.plan.forms.FormsSchema;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Schema;
import dev.envelope.game.plan.treatment.TreatmentSchema;
import dev.envelope.game.plan.treatment.values.Scope;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of plan files, for editors. It is made of the keys and words that the readers know, and so refuses no plan that they
 * read; they say more, and with places.
 */
public final class PlanSchema {

    private PlanSchema() {}

    /** The schema of a plan that is played. */
    public static Schema schema() {
        return document("Envelope plan", plan(), Scope.PLAYED);
    }

    /** The schema of what theory is asked: a treatment by itself, or a plan, of games that need not be played. */
    public static Schema ofGames() {
        Map<String, Schema> more = new LinkedHashMap<>();
        for (String key : GameReader.BESIDE_A_TREATMENT) {
            more.put(key, keys().getOrDefault(key, Schema.ANY));
        }
        return document("Envelope game", Schema.either(TreatmentSchema.alone(more), plan()), Scope.ASKED);
    }

    private static Schema plan() {
        return Schema.object(PlanReader.KEYS, keys()).with("required", List.of("envelope", "treatments"));
    }

    private static Schema document(String title, Schema of, Scope scope) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        members.put("title", title);
        members.putAll(of.members());
        members.put("$defs", TreatmentSchema.definitions(scope));
        return new Schema(members);
    }

    private static Map<String, Schema> keys() {
        Map<String, Schema> keys = new LinkedHashMap<>();
        keys.put("envelope", Schema.whole(1, 1));
        keys.put("title", Schema.text(PlanLimits.NAME));
        keys.put("tick", Schema.number(PlanLimits.LEAST_TICK, PlanReader.LARGEST_TICK));
        keys.put("seats", seats());
        keys.put("start", Schema.words(SeatsReader.STARTS));
        keys.put("treatments", Schema.names(Schema.ref("treatment")));
        keys.put("blocks", Schema.list(block(), PlanLimits.BLOCKS));
        keys.put("rounds", Schema.whole(1, PlanLimits.ROUNDS));
        keys.put("seed", Schema.text(PlanLimits.NAME));
        keys.put("instructions", Schema.text(PlanLimits.TEXT));
        keys.put("files", Schema.names(Schema.text(PlanLimits.CHARACTERS)));
        TreatmentSchema.conduct().keySet().forEach(key -> keys.put(key, Schema.ref(key)));
        keys.put("exchange_rate", Schema.number(PlanLimits.LEAST_TICK, PlanLimits.AMOUNT));
        keys.put("currency", Schema.text(PlanLimits.NAME));
        keys.put("show_up_fee", Schema.number());
        keys.put("endowment", Schema.number());
        keys.put(
                "paid_rounds",
                Schema.either(
                        Schema.words(PayReader.PAID),
                        Schema.object(
                                PayReader.PAID_KEYS,
                                Map.of(
                                        "random", Schema.whole(1, PlanLimits.PAID),
                                        "last", Schema.whole(1, PlanLimits.PAID)))));
        keys.put("bankruptcy", Schema.words(PayReader.BANKRUPTCY));
        keys.put("limited_liability", Schema.flag());
        keys.putAll(staffing());
        keys.putAll(FormsSchema.keys());
        return keys;
    }

    private static Map<String, Schema> staffing() {
        Schema standIn = Schema.form(StaffingReader.NOBODY + "|" + StandIn.FORM);
        Map<String, Schema> keys = new LinkedHashMap<>();
        keys.put("fill", standIn);
        keys.put("uneven", Schema.words(StaffingReader.UNEVEN));
        keys.put(
                "drop_outs",
                Schema.either(
                        Schema.words(StaffingReader.WAITING),
                        Schema.object(
                                StaffingReader.DROP_OUTS,
                                Map.of(
                                        "after",
                                        Schema.number(BigDecimal.ONE, BigDecimal.valueOf(PlanLimits.SECONDS)),
                                        "missed",
                                        Schema.whole(1, PlanLimits.ROUNDS),
                                        "plays",
                                        standIn))));
        keys.put(
                "late_arrivals",
                Schema.either(
                        Schema.words(StaffingReader.LATE_WORDS),
                        Schema.object(StaffingReader.LATE, Map.of("until_round", Schema.whole(1, PlanLimits.ROUNDS)))));
        return keys;
    }

    private static Schema seats() {
        Schema count = Schema.whole(1, PlanLimits.SEATS);
        return Schema.either(
                count,
                Schema.object(
                                SeatsReader.KEYS,
                                Map.of("wanted", count, "minimum", count, "entry", Schema.words(SeatsReader.ENTRIES)))
                        .with("required", List.of("wanted")));
    }

    private static Schema block() {
        return Schema.object(
                BlocksReader.KEYS,
                Map.of(
                        "treatment", Schema.text(PlanLimits.NAME),
                        "rounds", Schema.whole(1, PlanLimits.ROUNDS),
                        "draws", Schema.text(PlanLimits.NAME),
                        "practice", Schema.flag()));
    }
}
