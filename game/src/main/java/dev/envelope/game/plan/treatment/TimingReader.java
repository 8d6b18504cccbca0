package dev.envelope.game.plan.treatment;

import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads timing: {@code 60} (seconds), a word, or {@code {type: …, seconds: 60, grace: 5, result: 5}}. */
final class TimingReader {

    private static final String EXPECTED =
            "seconds, none, instructor, or {type: all_in_or_deadline, seconds: 60}, also of type fixed";
    /** What a round waits for. */
    static final Choice<Kind> TYPES = Choice.<Kind>none()
            .or("all_in_or_deadline", Kind.ALL_IN_OR_DEADLINE)
            .or("fixed", Kind.FIXED)
            .or("none", Kind.NONE)
            .or("instructor", Kind.INSTRUCTOR);

    /** The keys of the long form. */
    static final Keys KEYS = Keys.of("type", "seconds", "grace", "result");

    private TimingReader() {}

    /** What a type says of the deadline and of what comes before it. */
    enum Kind {
        ALL_IN_OR_DEADLINE(true, Timing.Closing.ALL_SEALED),
        FIXED(true, Timing.Closing.DEADLINE),
        NONE(false, Timing.Closing.ALL_SEALED),
        INSTRUCTOR(false, Timing.Closing.INSTRUCTOR);

        private final boolean hasDeadline;
        private final Timing.Closing closing;

        Kind(boolean hasDeadline, Timing.Closing closing) {
            this.hasDeadline = hasDeadline;
            this.closing = closing;
        }
    }

    /** The timing at {@code field}. */
    static Optional<Timing> read(Field field) {
        if (field.isMapping()) {
            return Section.of(field, KEYS, EXPECTED).flatMap(TimingReader::read);
        }
        if (!field.isList() && TYPES.played().containsKey(field.shown())) {
            return field.choice(TYPES).map(kind -> timing(kind, Timing.DEFAULT.openMillis()));
        }
        return field.number(EXPECTED).isEmpty()
                ? Optional.empty()
                : millis(field, 1).map(open -> timing(Kind.ALL_IN_OR_DEADLINE, OptionalLong.of(open)));
    }

    private static Timing timing(Kind kind, OptionalLong open) {
        return new Timing(
                kind.hasDeadline ? open : OptionalLong.empty(),
                Timing.DEFAULT.graceMillis(),
                Timing.DEFAULT.resultMillis(),
                kind.closing);
    }

    private static Optional<Timing> read(Section section) {
        Kind kind = section.get("type").flatMap(f -> f.choice(TYPES)).orElse(Kind.ALL_IN_OR_DEADLINE);
        String type = kind.name().toLowerCase(Locale.ROOT);
        if (!kind.hasDeadline && section.has("seconds")) {
            return section.at("seconds")
                    .fail("given with type " + type, "no seconds, or type all_in_or_deadline or fixed");
        }
        if (kind.closing != Timing.Closing.ALL_SEALED && section.has("grace")) {
            return section.at("grace").fail("given with type " + type, "no grace, or type all_in_or_deadline or none");
        }
        long open = section.get("seconds")
                .flatMap(f -> millis(f, 1))
                .orElse(Timing.DEFAULT.openMillis().orElse(0));
        long grace = section.get("grace").flatMap(f -> millis(f, 0)).orElse(Timing.DEFAULT.graceMillis());
        long result = section.get("result").flatMap(f -> millis(f, 0)).orElse(Timing.DEFAULT.resultMillis());
        OptionalLong deadline = kind.hasDeadline ? OptionalLong.of(open) : OptionalLong.empty();
        return Optional.of(new Timing(deadline, grace, result, kind.closing));
    }

    private static Optional<Long> millis(Field field, int least) {
        return field.number(BigDecimal.valueOf(least), BigDecimal.valueOf(PlanLimits.SECONDS))
                .map(s -> s.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
