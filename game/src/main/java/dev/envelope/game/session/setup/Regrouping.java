package dev.envelope.game.session.setup;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.groups.RoleRule;
import dev.envelope.game.plan.roles.RoleSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.IntPredicate;

/**
 * New groups of those whose own group has lost somebody; where roles are not drawn, everyone keeps the role that the old group gave.
 *
 * @param roleOf of every agent of a market its role; all the same where roles are drawn
 */
record Regrouping(List<Integer> roleOf) {

    static Regrouping of(Treatment treatment) {
        boolean keeps = treatment.grouping().roles() != RoleRule.RANDOM;
        List<Integer> roleOf = new ArrayList<>();
        for (int role = 0; role < treatment.roles().size(); role++) {
            RoleSpec spec = treatment.roles().get(role);
            for (int i = 0; i < spec.count(); i++) {
                roleOf.add(keeps ? role : 0);
            }
        }
        return new Regrouping(List.copyOf(roleOf));
    }

    /** As many whole groups as can be made of {@code broken} without those that {@code sitsOut}. */
    List<int[]> groups(List<int[]> broken, IntPredicate sitsOut) {
        List<Queue<Integer>> waiting = new ArrayList<>();
        roleOf.forEach(role -> waiting.add(new ArrayDeque<>())); // at least one per role
        for (int[] group : broken) {
            for (int agent = 0; agent < group.length; agent++) {
                if (!sitsOut.test(group[agent])) {
                    waiting.get(roleOf.get(agent)).add(group[agent]);
                }
            }
        }
        List<int[]> groups = new ArrayList<>();
        while (isEnough(waiting)) {
            groups.add(
                    roleOf.stream().mapToInt(role -> waiting.get(role).remove()).toArray());
        }
        return groups;
    }

    private boolean isEnough(List<Queue<Integer>> waiting) {
        for (int role = 0; role < waiting.size(); role++) {
            int of = role;
            if (waiting.get(role).size() < roleOf.stream().filter(r -> r == of).count()) {
                return false;
            }
        }
        return true;
    }
}
