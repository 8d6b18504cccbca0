package dev.envelope.theory.audit;

/** What an audit has to say of one property. */
public enum Ruling {
    /** No violation beyond the tolerance was found where the whole of the evidence would show one. */
    HOLDS,
    /** A witness violates it by more than the tolerance and, where it is sampled, by more than chance. */
    FAILS,
    /** What was sampled is compatible with both. */
    UNDECIDED
}
