package dev.envelope.game.matching;

import java.util.ArrayList;
import java.util.List;

/** Everybody meets everybody once, in pairs: one place stays, the others move around it; an odd one meets nobody. */
final class RoundRobin {

    private RoundRobin() {}

    /** The first {@code wanted} rounds of n − 1, or of n where n is odd. */
    static List<int[]> rounds(int places, int wanted) {
        int circle = places % 2 == 0 ? places - 1 : places;
        List<int[]> rounds = new ArrayList<>();
        for (int round = 0; round < wanted; round++) {
            rounds.add(round(places, circle, round));
        }
        return rounds;
    }

    private static int[] round(int places, int circle, int round) {
        int[] order = new int[places];
        int at = 0;
        for (int step = 1; step <= circle / 2; step++) {
            order[at++] = (round + step) % circle;
            order[at++] = (round - step + circle) % circle;
        }
        if (places == circle) {
            order[at] = round; // sits out
        } else {
            order[at++] = round;
            order[at] = circle;
        }
        return order;
    }
}
