package dev.envelope.client.wire;

import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Reveal;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.groups.GroupList;
import dev.envelope.game.plan.groups.Grouping;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.groups.RoleRule;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.proto.v1.Distribution;
import dev.envelope.proto.v1.Mechanism;
import dev.envelope.proto.v1.Parameter;
import dev.envelope.proto.v1.Role;
import dev.envelope.theory.mechanism.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Treatments out of protobuf. An enum value is named as in {@code game}, behind its type's prefix. */
final class Treatments {

    private Treatments() {}

    static Treatment decode(dev.envelope.proto.v1.Treatment t) {
        return new Treatment(
                        t.getId(),
                        mechanism(t.getMechanism()),
                        t.getRolesList().stream().map(Treatments::role).toList(),
                        new Ticks(
                                new BigDecimal(t.getTicks().getSize()),
                                t.getTicks().getMinimum(),
                                t.getTicks().getMaximum()),
                        constant(Matching.class, "MATCHING_", t.getMatching()),
                        timing(t.getTiming()),
                        new Reveal(
                                constant(
                                        Reveal.After.class,
                                        "AFTER_",
                                        t.getReveal().getAfter()),
                                t.getReveal().getSealedCount()),
                        new AbsentRule(
                                constant(AbsentRule.Kind.class, "ABSENT_RULE_", t.getAbsent()),
                                new StandIn(t.getAbsentStrategy())))
                .withGrouping(grouping(t));
    }

    /** Who is listed with whom, a client is not told. */
    private static Grouping grouping(dev.envelope.proto.v1.Treatment t) {
        Matching matching = constant(Matching.class, "MATCHING_", t.getMatching());
        return switch (t.getRoleRule()) {
            case ROLE_RULE_FIXED -> new Grouping(matching, RoleRule.FIXED, GroupList.NONE);
            case ROLE_RULE_ROTATING -> new Grouping(matching, RoleRule.ROTATING, GroupList.NONE);
            case ROLE_RULE_RANDOM -> new Grouping(matching, RoleRule.RANDOM, GroupList.NONE);
            case ROLE_RULE_UNSPECIFIED, UNRECOGNIZED -> Grouping.of(matching);
        };
    }

    private static MechanismSpec mechanism(Mechanism mechanism) {
        for (MechanismType type : MechanismType.values()) {
            if (type.planName().equals(mechanism.getType())) {
                return new MechanismSpec(type, parameters(mechanism.getParametersList()));
            }
        }
        throw new IllegalArgumentException(
                "mechanism: \"" + mechanism.getType() + "\" (expected: one this client knows)");
    }

    private static RoleSpec role(Role role) {
        return new RoleSpec(
                role.getName(),
                constant(Side.class, "SIDE_", role.getSide()),
                role.getCount(),
                distribution(role.getValues()));
    }

    private static DistributionSpec distribution(Distribution values) {
        SortedMap<String, List<Double>> lists = new TreeMap<>();
        values.getListsList().forEach(list -> lists.put(list.getName(), list.getValuesList()));
        return new DistributionSpec(
                values.getType(),
                parameters(values.getParametersList()),
                lists,
                values.getPartsList().stream().map(Treatments::distribution).toList());
    }

    private static Timing timing(dev.envelope.proto.v1.Timing timing) {
        return new Timing(
                timing.hasOpenMillis() ? OptionalLong.of(timing.getOpenMillis()) : OptionalLong.empty(),
                timing.getGraceMillis(),
                timing.getResultMillis(),
                closing(timing.getClosing()));
    }

    private static Timing.Closing closing(dev.envelope.proto.v1.Timing.Closing closing) {
        return switch (closing) {
            case CLOSING_DEADLINE -> Timing.Closing.DEADLINE;
            case CLOSING_INSTRUCTOR -> Timing.Closing.INSTRUCTOR;
            case CLOSING_ALL_SEALED, CLOSING_UNSPECIFIED, UNRECOGNIZED -> Timing.Closing.ALL_SEALED;
        };
    }

    private static SortedMap<String, Double> parameters(List<Parameter> parameters) {
        SortedMap<String, Double> byName = new TreeMap<>();
        parameters.forEach(parameter -> byName.put(parameter.getName(), parameter.getValue()));
        return byName;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String prefix, Enum<?> wire) {
        String name = wire.name();
        if (!name.startsWith(prefix) || name.endsWith("_UNSPECIFIED")) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + ": " + name + " (expected: one this client knows)");
        }
        return Enum.valueOf(type, name.substring(prefix.length()));
    }
}
