package dev.envelope.game.matching;

/** Everybody meets everybody once, in pairs: one place stays, the others move around it; an odd one meets nobody. */
final class RoundRobin {

    private RoundRobin() {}

    /** Round {@code round}, from 0, of n − 1, or of n where n is odd. */
    static int[] order(int places, int round) {
        int circle = places % 2 == 0 ? places - 1 : places;
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
