package dev.envelope.game.plan;

/** What counts as the message of a seat that has sent none when the round closes. */
public enum AbsentRule {
    /** It abstains. */
    ABSTAIN,
    /** Its message of the round before, if it had one of the same kind in the same treatment and role; otherwise it abstains. */
    LAST_MESSAGE,
    /** A named strategy's answer, asked for when the round opens. */
    STRATEGY
}
