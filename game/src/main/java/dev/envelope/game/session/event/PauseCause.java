package dev.envelope.game.session.event;

/** Why the clock stands still. */
public enum PauseCause {
    /** The instructor stopped it. */
    INSTRUCTOR,
    /**
     * The server was down, for all that anyone may know since the open round's clock last started, or the event before
     * when no round is open. So what is left of a round does not tell when somebody sealed.
     */
    RECOVERY
}
