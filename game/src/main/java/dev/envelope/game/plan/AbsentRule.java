package dev.envelope.game.plan;

import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.seating.StandIn;
import java.util.Locale;

/**
 * What counts as the message of a seat that has sent none when the round closes.
 *
 * @param kind the rule
 * @param standIn the strategy whose answer counts, where the rule is one; otherwise nothing
 */
public record AbsentRule(Kind kind, StandIn standIn) {

    /** It abstains. */
    public static final AbsentRule ABSTAIN = new AbsentRule(Kind.ABSTAIN, StandIn.NONE);

    /** See {@link Kind#LAST_MESSAGE}. */
    public static final AbsentRule LAST_MESSAGE = new AbsentRule(Kind.LAST_MESSAGE, StandIn.NONE);

    /** See {@link Kind#LEAST_INTEREST}. */
    public static final AbsentRule LEAST_INTEREST = new AbsentRule(Kind.LEAST_INTEREST, StandIn.NONE);

    /** The rules. */
    public enum Kind {
        /** It abstains. */
        ABSTAIN,
        /**
         * Its message of the round before, if it had one of the same kind in the same treatment and role; otherwise it abstains,
         * or has the least interest where the mechanism lets nobody abstain.
         */
        LAST_MESSAGE,
        /** A named strategy's answer, asked for when the round opens; where it has none, as for {@link #LAST_MESSAGE}. */
        STRATEGY,
        /** It reports the type that wants the object least: the lowest value, or a seller's highest cost. For reports only. */
        LEAST_INTEREST
    }

    /** Checks that there is a strategy where the rule is one. */
    public AbsentRule {
        if (standIn.isStrategy() != (kind == Kind.STRATEGY)) {
            throw new IllegalArgumentException(
                    "absent: " + kind + " \"" + standIn.strategy() + "\" (expected: a strategy with STRATEGY alone)");
        }
    }

    /** The answer of {@code standIn} counts. */
    public static AbsentRule strategy(StandIn standIn) {
        return new AbsentRule(Kind.STRATEGY, standIn);
    }

    /** Whether it says in {@code mechanism} what the missing are taken to have said. */
    public boolean fits(MechanismType mechanism) {
        return switch (kind) {
            case ABSTAIN -> mechanism.mayAbstain();
            case LEAST_INTEREST -> mechanism.messageKind() == MessageKind.REPORT;
            case LAST_MESSAGE, STRATEGY -> true;
        };
    }

    /** The rule's word in plan files, such as {@code last_message}. */
    public String planName() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return kind + (standIn.isStrategy() ? " " + standIn.strategy() : "");
    }
}
