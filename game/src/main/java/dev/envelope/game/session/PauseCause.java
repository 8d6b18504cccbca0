package dev.envelope.game.session;

/** Why the clock stands still. */
public enum PauseCause {
    /** The instructor stopped it. */
    INSTRUCTOR,
    /** The server was down from the time of the event before. */
    RECOVERY
}
