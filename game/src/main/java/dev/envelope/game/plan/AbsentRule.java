package dev.envelope.game.plan;

import dev.envelope.game.message.MessageKind;

/** What counts as the message of a seat that has sent none when the round closes. */
public enum AbsentRule {
    /** It abstains. */
    ABSTAIN,
    /**
     * Its message of the round before, if it had one of the same kind in the same treatment and role; otherwise it abstains,
     * or has the least interest where the mechanism lets nobody abstain.
     */
    LAST_MESSAGE,
    /** A named strategy's answer, asked for when the round opens. */
    STRATEGY,
    /** It reports the type that wants the object least: the lowest value, or a seller's highest cost. For reports only. */
    LEAST_INTEREST;

    /** Whether it says in {@code mechanism} what the missing are taken to have said. */
    public boolean fits(MechanismType mechanism) {
        return switch (this) {
            case ABSTAIN -> mechanism.mayAbstain();
            case LEAST_INTEREST -> mechanism.messageKind() == MessageKind.REPORT;
            case LAST_MESSAGE, STRATEGY -> true;
        };
    }
}
