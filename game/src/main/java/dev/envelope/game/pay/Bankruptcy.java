package dev.envelope.game.pay;

/** What becomes of a seat whose endowment and payoffs of all rounds so far, without practice, come to less than 0. */
public enum Bankruptcy {
    /** It plays on, and may owe. */
    CONTINUE,
    /** It takes no part in further rounds. */
    SIT_OUT,
    /** The session ends after the round. */
    STOP
}
