package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.preference.Utility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * The gain on ticks of a bidder that pays its own bid, if it wins or always, and whose money for certain is no line in anything that
 * rises with the type: types that send the same tick are halved, the interval with the largest bound first. Its highest type earns by no tick more than the best of all,
 * its lowest no less than by its own.
 */
final class TickBisection {

    private static final double CLOSE = 0.02;
    private static final double NARROWEST = 1e-12;

    /** How many ticks are bounded at once. */
    private static final int BLOCK = 32;

    /** How many intervals are halved at most, times how many ticks there are. */
    private static final int WORK = 1 << 23;

    private static final int LEAST_HALVINGS = 1 << 8;

    private final Trader own;
    private final Utility utility;
    private final DoubleUnaryOperator certain;
    private final double lowest;
    private final double tick;
    private final double[] chances;
    private final double[] lost;
    private final PriorityQueue<Interval> intervals =
            new PriorityQueue<>(Comparator.comparingDouble((Interval interval) -> -interval.bound));
    private double found;
    private double type;
    private int reply = -1;

    /**
     * The bidder.
     *
     * @param allPay whether losers pay too
     * @param certain what an expected utility is worth in money for certain
     * @param lowest the first bid, of which the others are {@code tick} apart
     * @param chances the chance to win with each
     */
    TickBisection(
            Trader own,
            Utility utility,
            boolean allPay,
            DoubleUnaryOperator certain,
            double lowest,
            double tick,
            double[] chances) {
        this.own = own;
        this.utility = utility;
        this.certain = certain;
        this.lowest = lowest;
        this.tick = tick;
        this.chances = chances;
        this.lost = new double[chances.length];
        Arrays.setAll(lost, i -> allPay ? utility.of(-bid(i)) : 0);
        this.type = own.lower();
    }

    /**
     * Types above {@code from}, up to {@code to}, that send the {@code sent}-th bid; none that counts where that is below 0.
     *
     * @param bound what none of them gains more than
     */
    private record Interval(int sent, double from, double to, double bound) {}

    /** Adds types above {@code from}, up to {@code to}, that send the {@code sent}-th bid. */
    void add(int sent, double from, double to) {
        intervals.add(looked(sent, from, to, Double.POSITIVE_INFINITY));
    }

    private Interval looked(int sent, double from, double to, double most) {
        int best = best(to);
        double highest = certain.applyAsDouble(earned(best, to));
        double gain = highest - certain.applyAsDouble(earned(sent, to));
        if (gain > found) {
            found = gain;
            type = to;
            reply = best;
        }
        double bound = highest - certain.applyAsDouble(earned(sent, from));
        return new Interval(sent, from, to, Math.min(most, Math.max(0, bound)));
    }

    private double bid(int i) {
        return lowest + i * tick;
    }

    private double earned(int i, double here) {
        return i < 0 ? 0 : chances[i] * utility.of(here - bid(i)) + (1 - chances[i]) * lost[i];
    }

    /** The bid that earns {@code here} most; −1 to abstain. */
    private int best(double here) {
        int best = -1;
        double most = 0;
        for (int block = 0; block < chances.length; block += BLOCK) {
            int end = Math.min(chances.length, block + BLOCK) - 1;
            double win = utility.of(here - bid(block));
            double chance = win >= lost[block] ? chances[end] : chances[block];
            if (chance * win + (1 - chance) * lost[block] <= most) {
                continue;
            }
            for (int i = block; i <= end; i++) {
                double earned = earned(i, here);
                if (earned > most) {
                    most = earned;
                    best = i;
                }
            }
        }
        return best;
    }

    /** Halves intervals until the bound is close to what is found, and adds {@code doubt} to it. */
    GainBound bound(int agent, double doubt) {
        List<Interval> done = new ArrayList<>();
        int halvings = Math.max(LEAST_HALVINGS, WORK / chances.length);
        for (int i = 0; i < halvings && !intervals.isEmpty(); i++) {
            Interval worst = intervals.poll();
            if (worst.bound <= found * (1 + CLOSE) || !(worst.to - worst.from > NARROWEST)) {
                done.add(worst);
                break;
            }
            double middle = worst.from + (worst.to - worst.from) / 2;
            intervals.add(looked(worst.sent, worst.from, middle, worst.bound));
            intervals.add(looked(worst.sent, middle, worst.to, worst.bound));
        }
        done.addAll(intervals);
        double most = done.stream().mapToDouble(Interval::bound).max().orElse(0);
        double average = done.stream()
                .mapToDouble(each -> each.bound * (own.cdf(each.to) - own.cdf(each.from)))
                .sum();
        double message = reply < 0 ? Double.NaN : bid(reply);
        return new GainBound(found, most + doubt, average + doubt, agent, type, message, done.size());
    }
}
