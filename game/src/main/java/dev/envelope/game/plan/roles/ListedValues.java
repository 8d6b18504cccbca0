package dev.envelope.game.plan.roles;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values that a plan lists, round by round: for every holder of a role, one for all of them, or one for every seat. */
public final class ListedValues {

    private static final String BY_SEAT = "by_seat";

    private ListedValues() {}

    /**
     * The values of {@code rounds}; a list of one round holds for all.
     *
     * @param rounds the values of each round, in points
     * @param bySeat whether they are those of the session's seats, from 0; otherwise of the role's holders in a market
     */
    public static DistributionSpec of(List<List<Double>> rounds, boolean bySeat) {
        SortedMap<String, List<Double>> lists = new TreeMap<>();
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < rounds.size(); round++) {
            lists.put(name(round), rounds.get(round));
            lo = StrictMath.min(lo, Collections.min(rounds.get(round)));
            hi = StrictMath.max(hi, Collections.max(rounds.get(round)));
        }
        TreeMap<String, Double> numbers = new TreeMap<>(Map.of("lo", lo, "hi", hi, BY_SEAT, bySeat ? 1.0 : 0.0));
        return new DistributionSpec(ValueKind.LIST_TYPE, numbers, lists, List.of());
    }

    private static String name(int round) {
        return String.format(Locale.ROOT, "%07d", round);
    }

    /** What participants may know of {@code values}: their range. */
    public static DistributionSpec told(DistributionSpec values) {
        return ValueKind.of(values) == ValueKind.LISTED
                ? new DistributionSpec(values.type(), values.parameters())
                : values;
    }

    /** How many rounds are listed. */
    static int rounds(DistributionSpec values) {
        return values.lists().size();
    }

    /** Whether they are the seats' own. */
    static boolean areBySeat(DistributionSpec values) {
        return values.parameters().getOrDefault(BY_SEAT, 0.0) != 0;
    }

    /**
     * The value, in points.
     *
     * @param round the round within the block, from 0
     * @param holder the seat's number among the role's holders in its market
     * @param seat the seat's number in the session
     */
    public static double value(DistributionSpec values, int round, int holder, int seat) {
        List<Double> ofRound = listed(values, rounds(values) == 1 ? 0 : round);
        int index = areBySeat(values) ? seat : ofRound.size() == 1 ? 0 : holder;
        return ofRound.get(index);
    }

    private static List<Double> listed(DistributionSpec values, int round) {
        return values.lists().getOrDefault(name(round), List.of());
    }

    /** Whether they do not depend on how many seats a market has: those of the session's seats, or one for all. */
    public static boolean fitAnySize(DistributionSpec values) {
        return areBySeat(values) || values.lists().values().stream().allMatch(ofRound -> ofRound.size() == 1);
    }

    /** What keeps {@code role} of a block of {@code rounds} rounds from having values for {@code seats} seats; empty if nothing. */
    public static String obstacle(RoleSpec role, int rounds, int seats) {
        DistributionSpec values = role.values();
        if (ValueKind.of(values) != ValueKind.LISTED || values.lists().isEmpty()) {
            return "";
        }
        if (rounds(values) != 1 && rounds(values) < rounds) {
            return "values of " + role.name() + " for " + rounds(values) + " rounds of " + rounds;
        }
        for (int round = 0; round < StrictMath.min(rounds, rounds(values)); round++) {
            int count = listed(values, round).size();
            boolean isEnough = areBySeat(values) ? count >= seats : count == 1 || count == role.count();
            if (!isEnough) {
                return count + " values of " + role.name() + " in round " + (round + 1) + " for "
                        + (areBySeat(values) ? seats + " seats" : role.count() + " in a market");
            }
        }
        return "";
    }
}
