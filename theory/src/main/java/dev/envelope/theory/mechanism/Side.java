package dev.envelope.theory.mechanism;

/** Which side of a market an agent is on. */
public enum Side {
    /** Bids for the object; its type is a value. */
    BIDDER,
    /** Buys from a seller; its type is a value. */
    BUYER,
    /** Sells the object; its type is a cost. */
    SELLER
}
