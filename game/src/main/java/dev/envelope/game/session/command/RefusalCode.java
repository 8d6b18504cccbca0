package dev.envelope.game.session.command;

/** Why something was refused. docs/protocol.md says of each when it comes and what to do. */
public enum RefusalCode {
    /** The bytes are no message of the protocol. */
    MALFORMED,
    /** A frame is longer than the limit. */
    FRAME_TOO_LARGE,
    /** The client speaks a version of the protocol that the server does not. */
    UNSUPPORTED_VERSION,
    /** The first message was no hello, or a later one was. */
    HELLO_EXPECTED,
    /** No hello, or nothing at all, for too long. */
    TIMEOUT,
    /** The server has as many connections as it takes, or newer ones of the seat take the place of its oldest. */
    TOO_MANY_CONNECTIONS,
    /** No session has this join code. */
    UNKNOWN_SESSION,
    /** Every seat is taken. */
    SESSION_FULL,
    /** The session has begun and takes nobody new, or is over. */
    DOOR_CLOSED,
    /** Name, key or token is missing or of the wrong form. */
    BAD_IDENTITY,
    /** This identity may not do that. */
    NOT_ALLOWED,
    /** No round is open, or the session is paused. */
    WRONG_PHASE,
    /** The message is for another round than the open one. */
    WRONG_ROUND,
    /** The round has closed. */
    LATE,
    /** The mechanism takes another kind of message, or no abstention. */
    WRONG_KIND,
    /** No mechanism that this version plays takes this kind of message. */
    KIND_NOT_PLAYED,
    /** Under the treatment's minimum. */
    BELOW_MINIMUM,
    /** Over the treatment's maximum. */
    ABOVE_MAXIMUM,
    /** A report outside the support of the role's values. */
    OUTSIDE_SUPPORT,
    /** Missing or inconsistent fields. */
    INVALID_MESSAGE,
    /** The request id was used for something else. */
    REQUEST_ID_REUSED,
    /** The request id is 0. */
    MISSING_REQUEST_ID,
    /** The amount is no whole number of ticks. */
    OFF_TICK,
    /** The seat has sent as many messages in this round as it may. */
    TOO_MANY_MESSAGES,
    /** Something is to be filled out before. */
    FORM_DUE,
    /** The session cannot start: a treatment's market has more seats than are taken. */
    TOO_FEW_SEATS,
    /** Too many requests without an answer. */
    TOO_MANY_OUTSTANDING,
    /** A fault has paused the session; nothing was stored. */
    UNAVAILABLE,
    /** The server is going down. */
    SHUTTING_DOWN
}
