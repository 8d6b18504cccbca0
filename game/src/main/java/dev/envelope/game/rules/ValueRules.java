package dev.envelope.game.rules;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.ValueKind;
import java.math.BigDecimal;
import java.util.Optional;

/** What participants are told of values that are not drawn for each by itself. */
final class ValueRules {

    private ValueRules() {}

    /** What the values of {@code treatment} have in common; empty where each is drawn by itself. */
    static Optional<String> of(Treatment treatment, Language language) {
        return treatment.roles().stream()
                .map(role -> role.values())
                .filter(values -> ValueKind.of(values) != ValueKind.INDEPENDENT)
                .findFirst()
                .map(values -> Rules.text(
                        language,
                        key(values),
                        number(values, "lo"),
                        number(values, "hi"),
                        number(values, "error"),
                        number(values, "factor")));
    }

    private static String key(DistributionSpec values) {
        return switch (ValueKind.of(values)) {
            case COMMON -> values.parameters().containsKey("error") ? "values.common.error" : "values.common.factor";
            case WALLET -> "values.wallet";
            case CORRELATED -> "values.correlated";
            case LISTED -> "values.list";
            case INDEPENDENT ->
                throw new IllegalArgumentException("values: " + values.type() + " (expected: dependent)");
        };
    }

    private static String number(DistributionSpec values, String name) {
        BigDecimal number = BigDecimal.valueOf(values.parameters().getOrDefault(name, 2.0));
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
