package dev.envelope.game.session.command;

/** What the one who sent a command is told, once the decision's events are durable. */
public sealed interface Answer {

    /**
     * The seat is taken.
     *
     * @param seat the seat's number, from 0
     * @param isNew whether it was taken just now, rather than found again by its key
     */
    record Seated(int seat, boolean isNew) implements Answer {}

    /**
     * The message stands.
     *
     * @param receipt the number of this receipt among the seat's, from 1
     * @param round the message's round
     */
    record Accepted(int receipt, int round) implements Answer {}

    /**
     * The very same request was accepted before; nothing was changed.
     *
     * @param receipt the number of the receipt it got then
     * @param round the message's round
     */
    record Repeated(int receipt, int round) implements Answer {}

    /** It was carried out, or there was nothing to do. */
    record Done() implements Answer {}

    /** It was refused and changed nothing, though the time of the command may have. */
    record Refused(Refusal refusal) implements Answer {}
}
