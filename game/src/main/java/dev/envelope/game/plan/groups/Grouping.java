package dev.envelope.game.plan.groups;

/**
 * How seats are put into markets and given roles.
 *
 * @param matching who meets whom
 * @param roles who has which role
 * @param list the groups, where the plan lists them
 */
public record Grouping(Matching matching, RoleRule roles, GroupList list) {

    /** Groups as {@code matching} says, with its usual roles and no list. */
    public static Grouping of(Matching matching) {
        return new Grouping(matching, RoleRule.usual(matching), GroupList.NONE);
    }
}
