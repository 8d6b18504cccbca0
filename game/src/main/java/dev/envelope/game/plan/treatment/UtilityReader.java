package dev.envelope.game.plan.treatment;

import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.Schema;
import dev.envelope.game.plan.syntax.Section;
import dev.envelope.game.plan.treatment.values.Theory;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** Reads how gains are valued: {@code risk_neutral}, {@code {type: crra, alpha: 0.5}} or {@code {type: cara, lambda: 0.1}}. */
final class UtilityReader {

    private static final String EXPECTED = "risk_neutral, {type: crra, alpha: 0.5} or {type: cara, lambda: 0.1}";
    private static final String NEUTRAL = "risk_neutral";
    private static final Choice<String> TYPES =
            Choice.<String>none().or(NEUTRAL, NEUTRAL).or("crra", "alpha").or("cara", "lambda");

    private UtilityReader() {}

    /** What editors are told of it. */
    static Schema schema() {
        List<Schema> forms =
                new ArrayList<>(List.of(Schema.form(NEUTRAL), Schema.typed(NEUTRAL, Keys.of("type"), Map.of())));
        TYPES.played().forEach((type, coefficient) -> {
            if (!type.equals(NEUTRAL)) {
                forms.add(Schema.typed(type, Keys.of("type", coefficient), Map.of(coefficient, Schema.number()))
                        .with("required", List.of("type", coefficient)));
            }
        });
        return Schema.either(forms);
    }

    /** The utility at {@code field}. */
    static Optional<Utility> read(Field field) {
        if (!field.isMapping()) {
            return field.shown().equals(NEUTRAL) ? Optional.of(Utility.riskNeutral()) : field.fail(EXPECTED);
        }
        Optional<String> coefficient = Section.any(field, EXPECTED)
                .flatMap(s -> s.need("type", TYPES.expected()))
                .flatMap(f -> f.choice(TYPES));
        return coefficient.flatMap(name -> read(field, name));
    }

    private static Optional<Utility> read(Field field, String coefficient) {
        if (coefficient.equals(NEUTRAL)) {
            return Section.of(field, Keys.of("type"), EXPECTED).map(s -> Utility.riskNeutral());
        }
        return Section.of(field, Keys.of("type", coefficient), EXPECTED)
                .flatMap(s -> s.need(coefficient, "a number above 0"))
                .flatMap(f -> f.amount().map(BigDecimal::doubleValue).flatMap(number -> made(f, coefficient, number)));
    }

    private static Optional<Utility> made(Field field, String coefficient, double number) {
        DoubleFunction<Utility> family =
                coefficient.equals("alpha") ? ConstantRelativeRiskAversion::new : ConstantAbsoluteRiskAversion::new;
        return Theory.accepts(field, () -> family.apply(number)) ? Optional.of(family.apply(number)) : Optional.empty();
    }
}
