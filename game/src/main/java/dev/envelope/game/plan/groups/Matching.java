package dev.envelope.game.plan.groups;

/** How seats are put into markets and given roles, round after round. */
public enum Matching {
    /** Groups stay together and roles stay the same within a block. */
    PARTNERS,
    /** Groups and roles are drawn anew every round. */
    RANDOM_STRANGERS,
    /** No two seats meet twice. */
    PERFECT_STRANGERS,
    /** The plan lists the groups. */
    FIXED_LIST
}
