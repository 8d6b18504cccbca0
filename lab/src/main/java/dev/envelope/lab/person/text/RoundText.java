package dev.envelope.lab.person.text;

import dev.envelope.game.market.TickSupport;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.groups.RoleRule;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.game.rules.Rules;
import dev.envelope.game.view.View;
import dev.envelope.theory.mechanism.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A round that opens, in words: role, value, rules, opponents, and what can be typed. */
public final class RoundText {
    private final Catalogue words;

    public RoundText(Catalogue words) {
        this.words = words;
    }

    public List<String> of(View view) {
        Treatment treatment = view.treatment();
        Money money = new Money(treatment.ticks(), words);
        RoleSpec role = view.roleSpec();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("--- " + words.text("round", view.round(), view.rounds()) + " ---");
        lines.add(Rules.sentence(treatment, words.language()));
        String side = role.side().name().toLowerCase(Locale.ROOT);
        ValueKind kind = ValueKind.of(role.values());
        String you = kind.isCommon() ? kind.name().toLowerCase(Locale.ROOT) : side;
        lines.add(words.text("you." + you, words.role(role.name()), money.points(view.valueTicks())));
        lines.addAll(opponents(view));
        lines.add(words.text("matching." + matching(treatment)));
        AbsentRule absent = treatment.absent();
        if (!absent.equals(AbsentRule.ABSTAIN)) {
            lines.add(words.text("absent." + absent.planName(), absent.standIn().strategy()));
        }
        Ticks bounds = bounds(treatment, role);
        lines.add(words.text(
                question(treatment, role),
                money.points(bounds.minimum()),
                money.points(bounds.maximum()),
                money.tick()));
        return lines;
    }

    /** What may be said: reports are of values the role can have. */
    private static Ticks bounds(Treatment treatment, RoleSpec role) {
        if (treatment.mechanism().type().messageKind() != MessageKind.REPORT) {
            return treatment.ticks();
        }
        TickSupport support =
                TickSupport.of(StatedValues.distribution(StatedValues.range(role.values())), treatment.ticks());
        return new Ticks(treatment.ticks().size(), support.lowest(), support.highest());
    }

    private List<String> opponents(View view) {
        List<String> lines = new ArrayList<>();
        List<RoleSpec> roles = view.treatment().roles();
        for (int role = 0; role < roles.size(); role++) {
            RoleSpec spec = roles.get(role);
            int others = spec.count() - (role == view.role() ? 1 : 0);
            if (others > 0) {
                String known = ValueKind.of(spec.values()).isCommon() ? ".common" : "";
                String key = (others == 1 ? "face.one" : "face.many") + known;
                lines.add(words.text(key, others, words.role(spec.name()), values(spec.values())));
            }
        }
        return lines.isEmpty() ? List.of(words.text("face.nobody")) : lines;
    }

    private String values(DistributionSpec values) {
        try {
            Support ends = StatedValues.support(values);
            String key = "uniform".equals(values.type()) ? "values.uniform" : "values.other";
            return words.text(key, Money.plain(ends.lower()), Money.plain(ends.upper()));
        } catch (IllegalArgumentException unknownHere) {
            return words.text("values.unknown", values.type());
        }
    }

    private static String question(Treatment treatment, RoleSpec role) {
        MechanismType type = treatment.mechanism().type();
        if (type.messageKind() != MessageKind.REPORT) {
            return type.messageKind() == MessageKind.AMOUNT ? "ask.amount" : "ask.other";
        }
        return (role.side() == Side.SELLER ? "ask.cost" : "ask.report") + (type.mayAbstain() ? "" : ".all");
    }

    /** Who meets whom and, where it is not as usual, who has which role. */
    private static String matching(Treatment treatment) {
        RoleRule roles = treatment.grouping().roles();
        String usual = roles == RoleRule.usual(treatment.matching()) ? "" : "." + roles.name();
        return (treatment.matching().name() + usual).toLowerCase(Locale.ROOT);
    }
}
