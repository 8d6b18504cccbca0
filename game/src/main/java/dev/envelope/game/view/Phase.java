package dev.envelope.game.view;

/** Where a session stands. A pause is not a phase of its own: it lies over any of these and stops the clock. */
public enum Phase {
    /** Seats are being taken; no round has begun. */
    LOBBY,
    /** Roles, groups and values of a round are drawn; messages are not taken yet. */
    DEALT,
    /** Messages are taken. */
    OPEN,
    /** The round takes no more messages; outcomes are being worked out. */
    CLOSED,
    /** Outcomes are out. */
    SETTLED,
    /** The rounds are over, payments are fixed, and people fill out the questionnaire. */
    QUESTIONNAIRE,
    /** The last round is settled and the session's seed is revealed. */
    FINISHED
}
