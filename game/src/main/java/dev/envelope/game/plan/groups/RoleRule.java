package dev.envelope.game.plan.groups;

/** Who has which role when groups are made. */
public enum RoleRule {
    /** A seat keeps its role within a block; of listed groups, as they are listed. */
    FIXED,
    /** Every round a seat has the next role of its group's, the first after the last. */
    ROTATING,
    /** Roles are drawn anew every round. */
    RANDOM;

    /** The rule where a plan says nothing. */
    public static RoleRule usual(Matching matching) {
        return switch (matching) {
            case PARTNERS, FIXED_LIST -> FIXED;
            case RANDOM_STRANGERS, PERFECT_STRANGERS -> RANDOM;
        };
    }
}
