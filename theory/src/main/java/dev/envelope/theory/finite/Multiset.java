package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What several independent draws may be, whatever their order, and how likely that is. */
public final class Multiset {

    private final double[] types;
    private final double chance;

    private Multiset(double[] types, double chance) {
        this.types = types;
        this.chance = chance;
    }

    /** The draws, increasing, copied to {@code target} from the place {@code from} on. */
    void copyTo(double[] target, int from) {
        System.arraycopy(types, 0, target, from, types.length);
    }

    /** The {@code rank}-th lowest draw, from 0. */
    public double draw(int rank) {
        return types[rank];
    }

    /** The probability of these draws, in any order. */
    public double chance() {
        return chance;
    }

    /** All that {@code draws} draws may be, none of them twice. */
    public static List<Multiset> all(DiscreteDistribution type, int draws) {
        List<Multiset> all = new ArrayList<>();
        extend(type, 0, new Multiset(new double[0], 1), draws, all);
        return all;
    }

    /** How many there are of {@code draws} draws from {@code points} types: C(draws + points − 1, draws). */
    public static double count(int draws, int points) {
        double ways = 1;
        for (int k = 1; k < points; k++) {
            ways *= (double) (draws + k) / k;
        }
        return StrictMath.rint(ways);
    }

    /** Adds to {@code all} what {@code begun} becomes by {@code left} draws from the points from {@code k} on. */
    private static void extend(DiscreteDistribution type, int k, Multiset begun, int left, List<Multiset> all) {
        if (k == type.size() - 1) {
            all.add(begun.with(
                    type.points().get(k),
                    left,
                    StrictMath.pow(type.probabilities().get(k), left)));
            return;
        }
        // C(left, some)·p^some
        double chance = 1;
        for (int some = 0; some <= left; some++) {
            extend(type, k + 1, begun.with(type.points().get(k), some, chance), left - some, all);
            chance *= type.probabilities().get(k) * (left - some) / (some + 1);
        }
    }

    private Multiset with(double point, int times, double factor) {
        double[] more = Arrays.copyOf(types, types.length + times);
        Arrays.fill(more, types.length, more.length, point);
        return new Multiset(more, chance * factor);
    }
}
