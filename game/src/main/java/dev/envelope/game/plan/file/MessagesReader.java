package dev.envelope.game.plan.file;

import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.RoleSpec;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.theory.distribution.ValueDistribution;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads the bounds of messages: {@code {minimum: 0, maximum: 100}}.
 *
 * <p>Without them the minimum is 0, or the lowest end of any support where that is negative, and the maximum the highest
 * end of any support. Reports have no bounds of their own: they are within the supports.
 */
final class MessagesReader {

    private static final Keys KEYS = Keys.of("minimum", "maximum");

    private final BigDecimal tick;

    /** Reads amounts on a grid of {@code tick} points. */
    MessagesReader(BigDecimal tick) {
        this.tick = tick;
    }

    /** The grid and its bounds for the messages of {@code roles}. */
    Ticks read(Section treatment, Optional<MechanismType> type, List<RoleSpec> roles) {
        Ticks standard = standard(roles);
        Optional<Field> field = treatment.get("messages");
        if (field.isPresent() && type.isPresent() && type.get().messageKind() == MessageKind.REPORT) {
            field.get().fail("bounds for reports of " + type.get().planName(), "none, reports are within the supports");
            return standard;
        }
        return field.flatMap(f -> Section.of(f, KEYS, "bounds such as {minimum: 0, maximum: 100}"))
                .map(section -> bounds(section, standard))
                .orElse(standard);
    }

    private Ticks standard(List<RoleSpec> roles) {
        long minimum = 0;
        long maximum = Long.MIN_VALUE;
        for (RoleSpec role : roles) {
            ValueDistribution values = TreatmentTheory.distribution(role.values());
            minimum = StrictMath.min(minimum, Grid.wholeTicks(values.lower(), tick));
            maximum = StrictMath.max(maximum, Grid.wholeTicks(values.upper(), tick));
        }
        return new Ticks(tick, minimum, StrictMath.max(minimum, maximum));
    }

    private Ticks bounds(Section section, Ticks standard) {
        long minimum = bound(section, "minimum", standard.minimum());
        long maximum = bound(section, "maximum", standard.maximum());
        if (minimum > maximum) {
            section.get("minimum")
                    .or(() -> section.get("maximum"))
                    .ifPresent(f -> f.fail("a minimum below the maximum, "
                            + Grid.plain(standard.exactPoints(minimum)) + " is above "
                            + Grid.plain(standard.exactPoints(maximum))));
            return standard;
        }
        return new Ticks(tick, minimum, maximum);
    }

    private long bound(Section section, String key, long otherwise) {
        return section.get(key)
                .flatMap(f -> f.amount().filter(points -> Grid.isOn(f, points, tick)))
                .map(points -> Grid.ticks(points, tick).longValueExact())
                .orElse(otherwise);
    }
}
