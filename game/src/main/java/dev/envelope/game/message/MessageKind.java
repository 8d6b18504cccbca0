package dev.envelope.game.message;

/** The kinds of message a mechanism can ask for. */
public enum MessageKind {
    /** Takes no part in this round's market; admissible in every mechanism. */
    ABSTAIN,
    /** One amount of money: a bid, an ask. */
    AMOUNT,
    /** Non-increasing marginal values, one per unit. */
    DEMAND_SCHEDULE,
    /** Exclusive-or bids on packages of items. */
    PACKAGE_BIDS,
    /** A reported type: a value, a cost, or one number per alternative. */
    REPORT,
    /** Accept or decline a take-it-or-leave-it offer. */
    RESPONSE
}
