package dev.envelope.game.view;

import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that one seat may know about the round it plays.
 *
 * @param seat the seat's number, from 0
 * @param round the round's number in the session, from 1
 * @param rounds how many rounds the session has in all
 * @param phase where the round stands
 * @param treatment the game that is played
 * @param role the seat's role: an index into {@link Treatment#roles()}
 * @param valueTicks the seat's private value, or cost for a seller, in ticks
 * @param standing the seat's own message that stands, if it has sent one
 * @param remainingMillis milliseconds until the round closes, absent while no clock runs
 * @param totalTicks the seat's payoff of all settled rounds, in ticks
 */
public record View(
        int seat,
        int round,
        int rounds,
        Phase phase,
        Treatment treatment,
        int role,
        long valueTicks,
        Optional<Message> standing,
        OptionalLong remainingMillis,
        long totalTicks) {

    /** The seat's role. */
    public RoleSpec roleSpec() {
        return treatment.roles().get(role);
    }

    /** The seat's private value, or cost for a seller, in points. */
    public double value() {
        return treatment.ticks().toPoints(valueTicks);
    }
}
