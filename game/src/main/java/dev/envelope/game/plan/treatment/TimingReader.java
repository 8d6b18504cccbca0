package dev.envelope.game.plan.treatment;

import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads timing: {@code 60} (seconds), {@code none}, or {@code {type: …, seconds: 60, grace: 5, result: 5}}. */
final class TimingReader {

    private static final String EXPECTED = "seconds, none, or {type: all_in_or_deadline, seconds: 60}";
    private static final String DEADLINE = "all_in_or_deadline";
    private static final Choice<Boolean> TYPES =
            Choice.<Boolean>none().or(DEADLINE, true).or("none", false).refusing("fixed", "instructor");
    private static final Keys KEYS = Keys.of("type", "seconds", "grace", "result");

    private TimingReader() {}

    /** The timing at {@code field}. */
    static Optional<Timing> read(Field field) {
        if (field.isMapping()) {
            return Section.of(field, KEYS, EXPECTED).flatMap(TimingReader::read);
        }
        if (!field.isList() && field.shown().equals("none")) {
            return Optional.of(
                    timing(OptionalLong.empty(), Timing.DEFAULT.graceMillis(), Timing.DEFAULT.resultMillis()));
        }
        if (TYPES.unplayed().contains(field.shown())) {
            return field.choice(TYPES).map(ignored -> Timing.DEFAULT);
        }
        return field.number(EXPECTED).isEmpty()
                ? Optional.empty()
                : millis(field, 1)
                        .map(open -> timing(
                                OptionalLong.of(open), Timing.DEFAULT.graceMillis(), Timing.DEFAULT.resultMillis()));
    }

    private static Optional<Timing> read(Section section) {
        boolean deadline = section.get("type").flatMap(f -> f.choice(TYPES)).orElse(true);
        if (!deadline && section.has("seconds")) {
            return section.at("seconds").fail("given with type none", "no seconds, or type " + DEADLINE);
        }
        long open = section.get("seconds")
                .flatMap(f -> millis(f, 1))
                .orElse(Timing.DEFAULT.openMillis().orElse(0));
        long grace = section.get("grace").flatMap(f -> millis(f, 0)).orElse(Timing.DEFAULT.graceMillis());
        long result = section.get("result").flatMap(f -> millis(f, 0)).orElse(Timing.DEFAULT.resultMillis());
        return Optional.of(timing(deadline ? OptionalLong.of(open) : OptionalLong.empty(), grace, result));
    }

    private static Optional<Long> millis(Field field, int least) {
        return field.number(BigDecimal.valueOf(least), BigDecimal.valueOf(PlanLimits.SECONDS))
                .map(s -> s.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static Timing timing(OptionalLong open, long grace, long result) {
        return new Timing(open, grace, result);
    }
}
