package dev.envelope.game.plan.roles;

import java.util.List;

/** How the values of a market come about. */
public enum ValueKind {
    /** Each is drawn by itself. */
    INDEPENDENT,
    /** The same for all bidders; each knows a signal of it. */
    COMMON,
    /** The same for all bidders: what is in all wallets together; each knows its own. */
    WALLET,
    /** The sum of what is drawn once for the market and what is drawn for each by itself. */
    CORRELATED,
    /** As the plan lists them, round by round. */
    LISTED;

    /** The type of values that are sums of a common and a private part. */
    public static final String CORRELATED_TYPE = "correlated";

    /** The type of values that are listed. */
    public static final String LIST_TYPE = "list";

    /** The kind of {@code values}. */
    public static ValueKind of(DistributionSpec values) {
        return switch (values.type()) {
            case CommonValue.MINERAL_RIGHTS -> COMMON;
            case CommonValue.WALLET -> WALLET;
            case CORRELATED_TYPE -> CORRELATED;
            case LIST_TYPE -> LISTED;
            default -> INDEPENDENT;
        };
    }

    /** Whether all values of a market are drawn by themselves. */
    public static boolean areIndependent(List<RoleSpec> roles) {
        return roles.stream().allMatch(role -> of(role.values()) == INDEPENDENT);
    }

    /** Whether a unit is worth the same to everyone, whatever they know. */
    public boolean isCommon() {
        return this == COMMON || this == WALLET;
    }
}
