package dev.envelope.game.plan.treatment;

import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.roles.CommonValue;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import dev.envelope.game.plan.treatment.values.Grid;
import dev.envelope.game.plan.treatment.values.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the bounds of messages: {@code {minimum: 0, maximum: 100}}.
 *
 * <p>Without them the minimum is 0, or the lowest end of any support where that is negative, and the maximum the highest
 * end of any support; in a third-price auction, where bids exceed values, the highest bid of its equilibrium, and where
 * that is not known a maximum must be given. Where theory is asked and bids can exceed values, there is no maximum. Reports have no bounds of their own: they are within the supports.
 */
final class MessageBoundsReader {

    private static final String MINIMUM = "minimum";
    private static final String MAXIMUM = "maximum";
    private static final String EXPECTED = "bounds such as {minimum: 0, maximum: 100}";

    /** The keys of bounds. */
    static final Keys KEYS = Keys.of(MINIMUM, MAXIMUM);

    /** Where bids can exceed values; theory is asked of them without a maximum unless one is given. */
    private static final Set<MechanismType> ABOVE_VALUES =
            Set.of(MechanismType.THIRD_PRICE, MechanismType.PARTNERSHIP, MechanismType.LICENCE_WITH_EXTERNALITY);

    private final BigDecimal tick;
    private final Scope scope;

    /** Reads amounts on a grid of {@code tick} points. */
    MessageBoundsReader(BigDecimal tick, Scope scope) {
        this.tick = tick;
        this.scope = scope;
    }

    /** The grid and its bounds for the messages of {@code roles}. */
    Ticks read(Section treatment, Optional<MechanismType> type, List<RoleSpec> roles) {
        Ticks standard = standard(roles);
        Optional<Field> field = treatment.get("messages");
        if (field.isPresent() && type.isPresent() && type.get().messageKind() == MessageKind.REPORT) {
            field.get().fail("bounds for reports of " + type.get().planName(), "none, reports are within the supports");
            return standard;
        }
        Optional<Section> own = field.flatMap(f -> Section.of(f, KEYS, EXPECTED));
        boolean open = own.isPresent() ? !own.get().has(MAXIMUM) : field.isEmpty();
        Ticks usual = open ? usual(treatment, type, own, roles, standard) : standard;
        return own.map(section -> bounds(section, usual)).orElse(usual);
    }

    /** The bounds where no maximum is given. */
    private Ticks usual(
            Section treatment,
            Optional<MechanismType> type,
            Optional<Section> own,
            List<RoleSpec> roles,
            Ticks standard) {
        if (scope == Scope.ASKED) {
            boolean isAbove = type.filter(ABOVE_VALUES::contains).isPresent()
                    || roles.stream().anyMatch(role -> CommonValue.isOne(role.values()));
            return isAbove ? new Ticks(tick, standard.minimum(), PlanLimits.AMOUNT.longValueExact()) : standard;
        }
        return type.filter(MechanismType.THIRD_PRICE::equals).isPresent()
                ? aboveValues(treatment, own, roles, standard)
                : standard;
    }

    /** Notes what is wrong with given bounds by themselves, where it is not known what they would be otherwise. */
    void check(Section treatment) {
        treatment.get("messages").flatMap(f -> Section.of(f, KEYS, EXPECTED)).ifPresent(this::checkBounds);
    }

    private void checkBounds(Section section) {
        if (section.has(MINIMUM) && section.has(MAXIMUM)) {
            bounds(section, new Ticks(tick, 0, 0));
        } else {
            KEYS.known().forEach(key -> bound(section, key, 0));
        }
    }

    /** As far as equilibrium bids go; notes that a maximum is missing where it is not known how far that is. */
    private Ticks aboveValues(Section treatment, Optional<Section> own, List<RoleSpec> roles, Ticks standard) {
        if (roles.stream().mapToInt(RoleSpec::count).sum() < 3 || !ValueKind.areIndependent(roles)) {
            return standard; // refused for that
        }
        HighestBid highest = HighestBid.of(roles, tick);
        if (highest.isKnown()) {
            return new Ticks(tick, standard.minimum(), StrictMath.max(standard.maximum(), highest.ticks()));
        }
        String expected = "for third_price, where bids exceed values and " + highest.problem();
        own.ifPresentOrElse(
                section -> section.missing(MAXIMUM, "the highest bid admitted, " + expected),
                () -> treatment.missing("messages", "bounds such as {maximum: 1000}, " + expected));
        return standard;
    }

    private Ticks standard(List<RoleSpec> roles) {
        long minimum = 0;
        long maximum = Long.MIN_VALUE;
        for (RoleSpec role : roles) {
            Support values = StatedValues.support(role.values());
            minimum = StrictMath.min(minimum, Grid.wholeTicks(values.lower(), tick));
            maximum = StrictMath.max(maximum, Grid.wholeTicks(highest(role, values), tick));
        }
        return new Ticks(tick, minimum, StrictMath.max(minimum, maximum));
    }

    /** What a unit can be worth at most: the contents of all wallets, where it is worth these. */
    private static double highest(RoleSpec role, Support values) {
        return ValueKind.of(role.values()) == ValueKind.WALLET ? role.count() * values.upper() : values.upper();
    }

    private Ticks bounds(Section section, Ticks standard) {
        long minimum = bound(section, MINIMUM, standard.minimum());
        long maximum = bound(section, MAXIMUM, standard.maximum());
        if (minimum > maximum) {
            section.get(MINIMUM)
                    .or(() -> section.get(MAXIMUM))
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
