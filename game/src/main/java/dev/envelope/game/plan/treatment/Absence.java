package dev.envelope.game.plan.treatment;

import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.syntax.Section;
import java.util.Optional;

/**
 * What counts for the missing of one treatment.
 *
 * @param treatment where the treatment is
 * @param type its mechanism
 */
record Absence(Section treatment, MechanismType type) {

    /**
     * The rule that is {@code stated} for the treatment, by itself or by the plan, or else the mechanism's own: to abstain
     * where that is possible. Notes a rule that does not fit the mechanism.
     */
    AbsentRule rule(Optional<AbsentRule> stated) {
        AbsentRule usual = type.mayAbstain() ? AbsentRule.ABSTAIN : AbsentRule.LEAST_INTEREST;
        AbsentRule rule = stated.orElse(usual);
        if (!rule.fits(type)) {
            String why = type.mayAbstain() ? "where messages are no reports" : "where all must take part";
            treatment
                    .get("absent")
                    .or(() -> treatment.get("mechanism"))
                    .orElse(treatment.field())
                    .fail(
                            "absent " + rule.planName() + " in " + type.planName(),
                            usual.planName() + " or last_message, " + why);
        }
        return rule;
    }
}
