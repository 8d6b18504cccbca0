package dev.envelope.game.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Rounds of groups of three in which all pairs of 3q or 2q + 1 places meet exactly once, for a prime q = 6t + 1: the schoolgirls of
 * Kirkman (1850), 15 of them for q = 7. The constructions are those of Ray-Chaudhuri and Wilson (1971), <i>Solution of Kirkman's
 * schoolgirl problem</i>, theorems 5 and 6: rounds that are shifted through the whole numbers modulo q.
 */
final class KirkmanTriples {

    /** All orders are kept, so that their size grows with the square of the places. */
    private static final int MOST_PLACES = 999;

    private final int q;

    /** The powers of a primitive root modulo q, from the 0th to the (q − 2)-th. */
    private final int[] powers;

    private KirkmanTriples(int q, int[] powers) {
        this.q = q;
        this.powers = powers;
    }

    /** The orders of {@code places} places, one per round; none where neither construction fits, or there are over 999. */
    static List<int[]> rounds(int places) {
        if (places > MOST_PLACES) {
            return List.of();
        }
        if (places % 3 == 0 && isFit(places / 3)) {
            return of(places / 3).threeLevels();
        }
        return places % 2 == 1 && isFit(places / 2) ? of(places / 2).twoLevels() : List.of();
    }

    private static boolean isFit(int q) {
        return q % 6 == 1
                && q > 1
                && IntStream.iterate(2, d -> d * d <= q, d -> d + 1).noneMatch(d -> q % d == 0);
    }

    private static KirkmanTriples of(int q) {
        int[] powers = new int[q - 1];
        int root = 1;
        do {
            root++;
            powers[0] = 1;
            for (int e = 1; e < q - 1; e++) {
                powers[e] = (int) ((long) powers[e - 1] * root % q);
            }
        } while (IntStream.of(powers).skip(1).anyMatch(power -> power == 1));
        return new KirkmanTriples(q, powers);
    }

    private int t() {
        return (q - 1) / 6;
    }

    /** The place of the {@code exponent}-th power, {@code shift} further, on a level. */
    private int place(int exponent, int shift, int level) {
        return level * q + (powers[exponent % (q - 1)] + shift) % q;
    }

    /** Theorem 5: q rounds of groups within and across three levels, and 3t of groups across them. */
    private List<int[]> threeLevels() {
        List<int[]> rounds = new ArrayList<>();
        for (int shift = 0; shift < q; shift++) {
            rounds.add(mixed(shift));
        }
        for (int e = 0; e < 6 * t(); e++) {
            if (isEarly(e)) {
                Seated seated = new Seated(3 * q);
                for (int shift = 0; shift < q; shift++) {
                    across(seated, e, shift);
                }
                rounds.add(seated.order);
            }
        }
        return rounds;
    }

    private int[] mixed(int shift) {
        Seated seated = new Seated(3 * q).with(shift, q + shift, 2 * q + shift);
        for (int e = 0; e < t(); e++) {
            for (int level = 0; level < 3; level++) {
                seated.with(place(e, shift, level), place(e + 2 * t(), shift, level), place(e + 4 * t(), shift, level));
            }
        }
        for (int e = 0; e < 6 * t(); e++) {
            if (!isEarly(e)) {
                across(seated, e, shift);
            }
        }
        return seated.order;
    }

    private void across(Seated seated, int e, int shift) {
        seated.with(place(e, shift, 0), place(e + 2 * t(), shift, 1), place(e + 4 * t(), shift, 2));
    }

    private boolean isEarly(int e) {
        return e % (2 * t()) < t();
    }

    /** Theorem 6: q rounds of groups on two levels and one place beside them. None where no power fits. */
    private List<int[]> twoLevels() {
        int t = t();
        int wanted = (powers[t] + 1) % q;
        OptionalInt offset = IntStream.range(0, q - 1)
                .filter(e -> 2 * powers[e] % q == wanted)
                .findFirst();
        List<int[]> rounds = new ArrayList<>();
        for (int shift = 0; shift < q && offset.isPresent(); shift++) {
            int m = offset.getAsInt();
            Seated seated = new Seated(2 * q + 1).with(2 * q, shift, q + shift);
            for (int e = 0; e < 6 * t; e++) {
                if (isEarly(e)) {
                    seated.with(place(e, shift, 0), place(e + t, shift, 0), place(e + m, shift, 1));
                }
            }
            for (int e = m + t; e < m + 2 * t; e++) {
                seated.with(place(e, shift, 1), place(e + 2 * t, shift, 1), place(e + 4 * t, shift, 1));
            }
            rounds.add(seated.order);
        }
        return rounds;
    }

    /** An order that is filled group by group. */
    private static final class Seated {

        private final int[] order;
        private int filled;

        Seated(int places) {
            order = new int[places];
        }

        Seated with(int first, int second, int third) {
            order[filled++] = first;
            order[filled++] = second;
            order[filled++] = third;
            return this;
        }
    }
}
