package dev.envelope.theory.commonvalue;

/** What the winner of a common value pays. */
public enum CommonPricing {
    /** Its own bid. */
    FIRST_PRICE,
    /** The second-highest bid. */
    SECOND_PRICE
}
