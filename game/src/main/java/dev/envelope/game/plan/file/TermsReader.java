package dev.envelope.game.plan.file;

import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Section;

/** Reads the terms that participants take part on beside their pay: what this version does in one way only. */
final class TermsReader {

    /** The keys that are read here. */
    static final String[] KEYS = {"fill", "uneven"};

    /** Keys of the schema that this version refuses by name. */
    static final String[] UNPLAYED = {
        "consent", "comprehension", "questionnaire", "completion_link", "late_arrivals", "drop_outs"
    };

    private static final Choice<String> FILL = Choice.<String>none()
            .or("none", "none")
            .refusing("equilibrium", "truthful", "shading", "zero_intelligence", "bots");
    private static final Choice<String> UNEVEN =
            Choice.<String>none().or("sit_out", "sit_out").refusing("bot", "larger_group");

    private TermsReader() {}

    /** Checks the terms of the plan at {@code root}. */
    static void check(Section root) {
        only(root, "fill", FILL);
        only(root, "uneven", UNEVEN);
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
