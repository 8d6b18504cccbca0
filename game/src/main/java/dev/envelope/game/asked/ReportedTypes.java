package dev.envelope.game.asked;

import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import java.util.List;

/** Messages that are reported types, each of which has to be one that its sender may be of. */
final class ReportedTypes {

    private ReportedTypes() {}

    /**
     * Refuses reports of types that there are not, where messages are reports.
     *
     * @param offers one per agent
     * @throws IllegalArgumentException name, value and expectation
     */
    static void check(Treatment treatment, List<Offer> offers) {
        MechanismType type = treatment.mechanism().type();
        if (type.messageKind() != MessageKind.REPORT && type != MechanismType.MCAFEE) {
            return;
        }
        int agent = 0;
        for (RoleSpec role : treatment.roles()) {
            for (int last = agent + role.count(); agent < last; agent++) {
                if (offers.get(agent) instanceof Offer.Amount report) {
                    check(role, agent, report.points());
                }
            }
        }
    }

    private static void check(RoleSpec role, int agent, double report) {
        if (StatedValues.isFinite(role.values())) {
            List<Double> types = StatedValues.finite(role.values()).points();
            require(types.contains(report), agent, report, "one of " + types);
        } else {
            Support ends = StatedValues.support(role.values());
            require(
                    report >= ends.lower() && report <= ends.upper(),
                    agent,
                    report,
                    "a type in [" + ends.lower() + ", " + ends.upper() + "]");
        }
    }

    private static void require(boolean holds, int agent, double report, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("messages[" + agent + "]: " + report + " (expected: " + expected + ")");
        }
    }
}
