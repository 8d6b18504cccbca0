package dev.envelope.game.session.state;

import dev.envelope.game.message.Message;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.event.HandOver;
import java.util.Optional;

/**
 * Who acts for a seat, and whether rounds wait for it.
 *
 * @param absence what acts in the owner's place, and why; empty while the owner does
 * @param reply what the stand-in has answered in the current round
 * @param advanced whether the instructor has the current round wait for it no more
 * @param missed in how many rounds in a row its owner has sent nothing
 * @param note the last note to this seat alone
 */
public record Presence(
        Optional<Absence> absence, Optional<Reply> reply, boolean advanced, int missed, Optional<Note> note) {

    /** The owner acts. */
    static final Presence OWN = new Presence(Optional.empty(), Optional.empty(), false, 0, Optional.empty());

    /** What acts in the owner's place, and why. */
    public record Absence(StandIn standIn, HandOver cause) {}

    /** A stand-in's answer: a message, or that it has none. */
    public record Reply(Optional<Message> message) {}

    /**
     * What the instructor said.
     *
     * @param number of the session's notes, from 1
     */
    public record Note(int number, String text) {}

    /** Whether the round need not wait for the owner. */
    boolean excuses() {
        return advanced || (absence.isPresent() && (!absence.get().standIn().isStrategy() || reply.isPresent()));
    }

    /** Whether the seat is in other hands for {@code cause}. */
    public boolean is(HandOver cause) {
        return absence.isPresent() && absence.get().cause() == cause;
    }

    /** Whether its owner has left it for good after the rounds had begun. */
    public boolean isNobodys() {
        return is(HandOver.REMOVED) || is(HandOver.DECLINED);
    }

    /** Whether its owner gets it back by being there. */
    public boolean awaitsOwner() {
        return is(HandOver.DROPPED_OUT) || is(HandOver.MISSED_ROUNDS);
    }

    Presence handedOver(StandIn standIn, HandOver cause) {
        return new Presence(Optional.of(new Absence(standIn, cause)), Optional.empty(), advanced, missed, note);
    }

    Presence givenBack() {
        return new Presence(Optional.empty(), reply, advanced, 0, note);
    }

    Presence replied(Optional<Message> message) {
        return new Presence(absence, Optional.of(new Reply(message)), advanced, missed, note);
    }

    Presence advancing() {
        return new Presence(absence, reply, true, missed, note);
    }

    Presence told(Note newNote) {
        return new Presence(absence, reply, advanced, missed, Optional.of(newNote));
    }

    /** What its last owner was told is nobody else's business. */
    Presence withoutNote() {
        return new Presence(absence, reply, advanced, missed, Optional.empty());
    }

    Presence inNewRound() {
        return new Presence(absence, Optional.empty(), false, missed, note);
    }

    /** After a round that it played, with a message of its own or without. */
    Presence afterRound(boolean silent) {
        return new Presence(absence, reply, advanced, silent ? missed + 1 : 0, note);
    }
}
