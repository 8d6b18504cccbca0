package dev.envelope.game.plan.file;

import dev.envelope.game.plan.Pay;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.math.BigDecimal;

/** Reads the terms that participants take part on: their pay, and what this version does in one way only. */
final class TermsReader {

    /** The keys that are read here. */
    static final String[] KEYS = {
        "exchange_rate", "currency", "show_up_fee", "endowment", "paid_rounds", "bankruptcy", "fill", "uneven"
    };

    /** Keys of the schema that this version refuses by name. */
    static final String[] UNPLAYED = {
        "consent", "comprehension", "questionnaire", "completion_link", "late_arrivals", "drop_outs"
    };

    private static final Choice<String> PAID =
            Choice.<String>none().or("all", "all").refusing("random", "last");
    private static final Choice<String> BANKRUPTCY =
            Choice.<String>none().or("continue", "continue").refusing("sit_out", "stop");
    private static final Choice<String> FILL = Choice.<String>none()
            .or("none", "none")
            .refusing("equilibrium", "truthful", "shading", "zero_intelligence", "bots");
    private static final Choice<String> UNEVEN =
            Choice.<String>none().or("sit_out", "sit_out").refusing("bot", "larger_group");

    private TermsReader() {}

    /** The pay that the plan at {@code root} promises; the other terms are checked. */
    static Pay read(Section root) {
        only(root, "paid_rounds", PAID);
        only(root, "bankruptcy", BANKRUPTCY);
        only(root, "fill", FILL);
        only(root, "uneven", UNEVEN);
        return new Pay(
                root.get("exchange_rate")
                        .flatMap(f -> f.number(PlanLimits.LEAST_TICK, PlanLimits.AMOUNT))
                        .orElse(Pay.NONE.pointsPerUnit()),
                root.get("currency").flatMap(f -> f.text(PlanLimits.NAME)).orElse(Pay.NONE.currency()),
                root.get("show_up_fee")
                        .flatMap(f -> f.number(BigDecimal.ZERO, PlanLimits.AMOUNT))
                        .orElse(Pay.NONE.showUpFee()),
                root.get("endowment").flatMap(Field::amount).orElse(Pay.NONE.endowment()));
    }

    private static void only(Section root, String key, Choice<String> choice) {
        root.get(key).ifPresent(field -> {
            if (field.isMapping() || field.isList()) {
                field.fail(field.shown() + ", not played by this version", choice.expected());
            } else {
                field.choice(choice);
            }
        });
    }
}
