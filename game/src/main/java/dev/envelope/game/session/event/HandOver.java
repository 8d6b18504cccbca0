package dev.envelope.game.session.event;

/** Why something else acts for a seat than the one who took it. */
public enum HandOver {
    /** Its owner had no connection for as long as the plan says. */
    DROPPED_OUT,
    /** Its owner said nothing for as many rounds as the plan says. */
    MISSED_ROUNDS,
    /** The instructor wanted it. */
    INSTRUCTOR,
    /** The instructor removed its owner. */
    REMOVED,
    /** The instructor removed its owner before the first round: the seat is free. */
    VACATED,
    /** Its owner did not agree to take part, or not any more, after the rounds had begun. */
    DECLINED,
    /** Nobody had taken it when the session began. */
    FILLED
}
