package dev.envelope.game.session.event;

/** Why a round closed. */
public enum CloseReason {
    /** Everyone had sealed and the grace, if any, had passed. */
    ALL_SEALED,
    /** Its deadline came. */
    DEADLINE,
    /** The instructor closed it. */
    INSTRUCTOR
}
