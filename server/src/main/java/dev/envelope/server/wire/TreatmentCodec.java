package dev.envelope.server.wire;

import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.ListedValues;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.proto.v1.Distribution;
import dev.envelope.proto.v1.Mechanism;
import dev.envelope.proto.v1.Numbers;
import dev.envelope.proto.v1.Parameter;
import dev.envelope.proto.v1.Reveal;
import dev.envelope.proto.v1.Role;
import dev.envelope.proto.v1.RoleRule;
import dev.envelope.proto.v1.Side;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** Treatments to protobuf. Enums have the same names on both sides, behind the prefix protobuf wants. */
final class TreatmentCodec {

    private final Function<Treatment, String> rules;
    private final SharedEncodings<Treatment, dev.envelope.proto.v1.Treatment> shared = new SharedEncodings<>();

    TreatmentCodec(Function<Treatment, String> rules) {
        this.rules = rules;
    }

    dev.envelope.proto.v1.Treatment encode(Treatment treatment) {
        return shared.of(treatment, this::build);
    }

    private dev.envelope.proto.v1.Treatment build(Treatment treatment) {
        return dev.envelope.proto.v1.Treatment.newBuilder()
                .setId(treatment.id())
                .setMechanism(Mechanism.newBuilder()
                        .setType(treatment.mechanism().type().planName())
                        .addAllParameters(parameters(treatment.mechanism().parameters())))
                .addAllRoles(
                        treatment.roles().stream().map(TreatmentCodec::role).toList())
                .setTicks(ticks(treatment.ticks()))
                .setMatching(matching(treatment.matching()))
                .setRoleRule(RoleRule.valueOf(
                        "ROLE_RULE_" + treatment.grouping().roles().name()))
                .setTiming(timing(treatment.timing()))
                .setReveal(reveal(treatment.reveal()))
                .setAbsent(absent(treatment.absent().kind()))
                .setAbsentStrategy(treatment.absent().standIn().strategy())
                .setRules(rules.apply(treatment))
                .setTakes(kind(treatment.mechanism().type().messageKind()))
                .build();
    }

    private static List<Parameter> parameters(SortedMap<String, Double> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> Parameter.newBuilder()
                        .setName(entry.getKey())
                        .setValue(entry.getValue())
                        .build())
                .toList();
    }

    private static Role role(RoleSpec role) {
        return Role.newBuilder()
                .setName(role.name())
                .setSide(Side.valueOf("SIDE_" + role.side().name()))
                .setCount(role.count())
                .setValues(distribution(ListedValues.told(role.values())))
                .build();
    }

    private static Distribution distribution(DistributionSpec values) {
        Distribution.Builder builder = Distribution.newBuilder()
                .setType(values.type())
                .addAllParameters(parameters(values.parameters()))
                .addAllParts(values.parts().stream()
                        .map(TreatmentCodec::distribution)
                        .toList());
        values.lists()
                .forEach((name, numbers) ->
                        builder.addLists(Numbers.newBuilder().setName(name).addAllValues(numbers)));
        return builder.build();
    }

    private static dev.envelope.proto.v1.Ticks ticks(Ticks ticks) {
        return dev.envelope.proto.v1.Ticks.newBuilder()
                .setSize(ticks.size().toPlainString())
                .setMinimum(ticks.minimum())
                .setMaximum(ticks.maximum())
                .build();
    }

    private static dev.envelope.proto.v1.Timing timing(Timing timing) {
        dev.envelope.proto.v1.Timing.Builder builder = dev.envelope.proto.v1.Timing.newBuilder()
                .setGraceMillis(timing.graceMillis())
                .setResultMillis(timing.resultMillis())
                .setClosing(dev.envelope.proto.v1.Timing.Closing.valueOf(
                        "CLOSING_" + timing.closing().name()));
        timing.openMillis().ifPresent(builder::setOpenMillis);
        return builder.build();
    }

    private static Reveal reveal(dev.envelope.game.plan.Reveal reveal) {
        return Reveal.newBuilder()
                .setAfter(Reveal.After.valueOf("AFTER_" + reveal.after().name()))
                .setSealedCount(reveal.sealedCount())
                .build();
    }

    static dev.envelope.proto.v1.Matching matching(Matching matching) {
        return dev.envelope.proto.v1.Matching.valueOf("MATCHING_" + matching.name());
    }

    static dev.envelope.proto.v1.AbsentRule absent(AbsentRule.Kind rule) {
        return dev.envelope.proto.v1.AbsentRule.valueOf("ABSENT_RULE_" + rule.name());
    }

    static dev.envelope.proto.v1.MessageKind kind(MessageKind kind) {
        return dev.envelope.proto.v1.MessageKind.valueOf("MESSAGE_KIND_" + kind.name());
    }
}
