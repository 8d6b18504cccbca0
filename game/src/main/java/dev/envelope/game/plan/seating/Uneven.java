package dev.envelope.game.plan.seating;

/** What becomes of those who are left over when the seats do not divide evenly into markets. */
public enum Uneven {
    /** They sit the round out. */
    SIT_OUT,
    /** Bots take so many seats more that nobody is left over. */
    BOT,
    /** They join the others' groups, which then have more bidders than the treatment says. */
    LARGER_GROUP
}
