package dev.envelope.game.plan.treatment;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.roles.CommonValue;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Schema;
import dev.envelope.game.plan.treatment.values.CompositeReader;
import dev.envelope.game.plan.treatment.values.DependentReader;
import dev.envelope.game.plan.treatment.values.Scope;
import dev.envelope.game.plan.treatment.values.ValuesReader;
import dev.envelope.theory.distribution.Distributions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What editors are told of a treatment, from the keys and words that its readers know. */
public final class TreatmentSchema {

    private static final Schema VALUES = Schema.ref("values");

    private TreatmentSchema() {}

    /** The parts that refer to each other, by name, as they are read for {@code scope}. */
    public static Map<String, Schema> definitions(Scope scope) {
        Map<String, Schema> parts = new LinkedHashMap<>();
        parts.put("values", values(scope));
        parts.put("mechanism", mechanism(scope));
        conduct().forEach(parts::put);
        parts.put("role", Schema.object(RolesReader.keys(scope).and("side"), role(true, scope)));
        parts.put("treatment", treatment(scope));
        return parts;
    }

    /** What a plan can say for all its treatments. */
    public static Map<String, Schema> conduct() {
        Map<String, Schema> parts = new LinkedHashMap<>();
        parts.put("matching", matching());
        parts.put(
                "timing",
                Schema.either(
                        Schema.number(BigDecimal.ONE, BigDecimal.valueOf(PlanLimits.SECONDS)),
                        Schema.words(TimingReader.TYPES),
                        Schema.object(
                                TimingReader.KEYS,
                                Map.of(
                                        "type", Schema.words(TimingReader.TYPES),
                                        "seconds", Schema.number(),
                                        "grace", Schema.number(),
                                        "result", Schema.number()))));
        parts.put(
                "reveal",
                Schema.either(
                        Schema.words(Conduct.AFTER),
                        Schema.object(
                                Conduct.REVEAL_KEYS,
                                Map.of("after", Schema.words(Conduct.AFTER), "sealed_count", Schema.flag()))));
        parts.put(
                "absent",
                Schema.either(
                        Schema.words(Conduct.ABSENT),
                        Schema.object(Conduct.ABSENT_KEYS, Map.of("strategy", Schema.form(StandIn.FORM)))
                                .with("required", List.of("strategy"))));
        return parts;
    }

    private static Schema matching() {
        Schema seats = Schema.list(Schema.whole(0, PlanLimits.SEATS - 1), PlanLimits.MARKET);
        Schema groups = Schema.list(Schema.list(seats, PlanLimits.SEATS), PlanLimits.LISTED);
        return Schema.either(
                Schema.words(MatchingReader.MATCHING),
                Schema.object(
                                MatchingReader.KEYS,
                                Map.of(
                                        "type", Schema.words(MatchingReader.MATCHING),
                                        "roles", Schema.words(MatchingReader.ROLES),
                                        "groups", groups,
                                        "file", Schema.text(PlanLimits.NAME)))
                        .with("required", List.of("type")));
    }

    /** A treatment by itself, with the keys of a plan that it may have. */
    public static Schema alone(Map<String, Schema> more) {
        Map<String, Schema> keys = keys(Scope.ASKED);
        keys.putAll(more);
        return Schema.object(TreatmentReader.ASKED.and(more.keySet().toArray(String[]::new)), keys)
                .with("required", List.of("mechanism"));
    }

    private static Schema treatment(Scope scope) {
        return Schema.object(scope == Scope.ASKED ? TreatmentReader.ASKED : TreatmentReader.KEYS, keys(scope))
                .with("required", List.of("mechanism"));
    }

    private static Map<String, Schema> keys(Scope scope) {
        Map<String, Schema> keys = new LinkedHashMap<>();
        keys.put("mechanism", Schema.ref("mechanism"));
        keys.put(
                "bidders",
                Schema.either(
                        Schema.whole(1, PlanLimits.MARKET),
                        Schema.list(Schema.object(RolesReader.keys(scope), role(false, scope)), PlanLimits.ROLES)));
        keys.put("roles", Schema.list(Schema.ref("role"), PlanLimits.ROLES));
        for (String key : List.of("values", "value_distribution", "buyer", "seller")) {
            keys.put(key, VALUES);
        }
        keys.put(
                "messages",
                Schema.object(
                        MessageBoundsReader.KEYS, Map.of("minimum", Schema.number(), "maximum", Schema.number())));
        conduct().keySet().forEach(key -> keys.put(key, Schema.ref(key)));
        if (scope == Scope.ASKED) {
            keys.put("utility", UtilityReader.schema());
            keys.put("entry_fee", Schema.number(BigDecimal.ZERO, PlanLimits.AMOUNT));
        }
        return keys;
    }

    private static Map<String, Schema> role(boolean sided, Scope scope) {
        Map<String, Schema> keys = new LinkedHashMap<>(Map.of(
                "name",
                Schema.text(PlanLimits.NAME),
                "count",
                Schema.whole(1, PlanLimits.MARKET),
                "values",
                VALUES,
                "value_distribution",
                VALUES));
        if (scope == Scope.ASKED) {
            keys.put("wants", Schema.list(Schema.text(PlanLimits.NAME), PlanLimits.ROLES));
        }
        if (sided) {
            keys.put("side", Schema.words(RolesReader.SIDES));
        }
        return keys;
    }

    private static Schema mechanism(Scope scope) {
        List<Schema> forms = new ArrayList<>();
        forms.add(Schema.words(new MechanismReader(BigDecimal.ONE, scope).types()));
        for (MechanismType type : MechanismType.values()) {
            if (type.isPlayable() || scope == Scope.ASKED) {
                Keys keys = MechanismReader.keys(type);
                Map<String, Schema> numbers = new LinkedHashMap<>();
                keys.known().stream()
                        .filter(key -> !key.equals("type"))
                        .forEach(key -> numbers.put(key, AskedTerms.schema(type, key)));
                forms.add(Schema.typed(type.planName(), keys, numbers));
            }
        }
        return Schema.either(forms);
    }

    private static Schema values(Scope scope) {
        List<Schema> forms = new ArrayList<>();
        forms.add(Schema.list(Schema.number(), 2).with("minItems", 2));
        for (String family : Distributions.families()) {
            forms.add(numbers(
                    family,
                    Keys.of("type").and(Distributions.parametersOf(family).toArray(String[]::new))));
        }
        for (String type : CompositeReader.CONTINUOUS) {
            Keys keys = CompositeReader.keys(type);
            forms.add(Schema.typed(type, keys, keys.known().contains("values") ? Map.of("values", VALUES) : Map.of()));
        }
        forms.add(numbers(CommonValue.MINERAL_RIGHTS, ValuesReader.COMMON_KEYS));
        forms.add(Schema.typed(CommonValue.WALLET, ValuesReader.WALLET_KEYS, Map.of("values", VALUES)));
        if (scope == Scope.ASKED) {
            Schema numbers = Schema.list(Schema.number(), PlanLimits.NUMBERS);
            forms.add(Schema.typed(
                    CompositeReader.DISCRETE,
                    CompositeReader.keys(CompositeReader.DISCRETE),
                    Map.of("values", numbers, "probabilities", numbers)));
            return Schema.either(forms);
        }
        forms.add(Schema.typed(
                ValueKind.CORRELATED_TYPE,
                DependentReader.CORRELATED_KEYS,
                Map.of("common", VALUES, "private", VALUES)));
        Schema ofRound = Schema.either(Schema.number(), Schema.list(Schema.number(), PlanLimits.MARKET));
        forms.add(Schema.typed(
                ValueKind.LIST_TYPE,
                DependentReader.LIST_KEYS,
                Map.of("values", Schema.list(ofRound, PlanLimits.LISTED), "file", Schema.text(PlanLimits.NAME))));
        return Schema.either(forms);
    }

    private static Schema numbers(String type, Keys keys) {
        Map<String, Schema> numbers = new LinkedHashMap<>();
        keys.known().stream().filter(key -> !key.equals("type")).forEach(key -> numbers.put(key, Schema.number()));
        return Schema.typed(type, keys, numbers);
    }
}
