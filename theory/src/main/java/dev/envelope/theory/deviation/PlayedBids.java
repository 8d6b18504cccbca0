package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one agent that plays a function of its type which nowhere falls: where the function is flat, one message
 * has a positive probability.
 */
final class PlayedBids {

    private static final int GRID = 1024;

    private final ValueDistribution type;
    private final BidFunction bid;
    private final List<Flat> flats;

    private PlayedBids(ValueDistribution type, BidFunction bid, List<Flat> flats) {
        this.type = type;
        this.bid = bid;
        this.flats = flats;
    }

    /**
     * The messages of an agent whose type is drawn from {@code type}.
     *
     * @throws IllegalArgumentException when a message on a grid of types is not finite or is below that of a lower type
     */
    static PlayedBids of(ValueDistribution type, BidFunction bid) {
        double[] types = new double[GRID + 1];
        double[] bids = new double[GRID + 1];
        for (int i = 0; i <= GRID; i++) {
            double share = i / (double) GRID;
            types[i] = (1 - share) * type.lower() + share * type.upper();
            bids[i] = bid.message(types[i]);
            double before = i == 0 ? Double.NEGATIVE_INFINITY : bids[i - 1];
            if (!(bids[i] >= before) || Double.isInfinite(bids[i])) {
                throw new IllegalArgumentException("bid at " + types[i] + ": " + bids[i]
                        + " (expected: a finite number not below the bids of lower types, " + before + ")");
            }
        }
        return new PlayedBids(type, bid, flats(bid, types, bids));
    }

    private static List<Flat> flats(BidFunction bid, double[] types, double[] bids) {
        List<Flat> flats = new ArrayList<>();
        for (int i = 1; i < bids.length; i++) {
            if (bids[i] == bids[i - 1]) {
                double level = bids[i];
                int from = i - 1;
                while (i + 1 < bids.length && bids[i + 1] == level) {
                    i++;
                }
                double first = Bisection.first(types[Math.max(0, from - 1)], types[from], x -> bid.message(x) >= level);
                double after = i + 1 == bids.length
                        ? types[i]
                        : Bisection.first(types[i], types[i + 1], x -> bid.message(x) > level);
                flats.add(new Flat(level, first, after));
            }
        }
        return List.copyOf(flats);
    }

    /** The messages that have a positive probability, in increasing order. */
    List<Double> atoms() {
        return flats.stream().map(Flat::level).toList();
    }

    /** P(message &lt; {@code level}). */
    double below(double level) {
        return level > highest() ? 1 : type.cdf(firstType(level));
    }

    /** P(message ≤ {@code level}). */
    double upTo(double level) {
        return level >= highest()
                ? 1
                : type.cdf(Bisection.first(type.lower(), type.upper(), x -> bid.message(x) > level));
    }

    /** The lowest type that sends at least {@code level}; the highest type where none does. */
    double firstType(double level) {
        return Bisection.first(type.lower(), type.upper(), x -> bid.message(x) >= level);
    }

    double lowest() {
        return bid.message(type.lower());
    }

    double highest() {
        return bid.message(type.upper());
    }

    /** The messages at which their distribution may not be smooth. */
    List<Double> ends() {
        List<Double> ends = new ArrayList<>(List.of(lowest(), highest()));
        type.kinks().forEach(kink -> ends.add(bid.message(kink)));
        for (Flat flat : flats) {
            ends.add(flat.level());
            ends.add(bid.message(Math.max(type.lower(), Math.nextDown(flat.first()))));
            ends.add(bid.message(Math.min(type.upper(), Math.nextUp(flat.after()))));
        }
        return ends;
    }

    /** The types at which a payoff may not be smooth that is smooth in the message but at {@code levels}. */
    List<Double> typesAt(List<Double> levels) {
        List<Double> types = new ArrayList<>();
        for (Flat flat : flats) {
            types.add(flat.first());
            types.add(flat.after());
        }
        for (double level : levels) {
            if (level >= lowest() && level <= highest()) {
                types.add(firstType(level));
            }
        }
        return types;
    }

    boolean isLike(PlayedBids other) {
        return type.equals(other.type) && bid.equals(other.bid);
    }

    /**
     * Types that send one message.
     *
     * @param level the message
     * @param first the lowest of the types
     * @param after where higher messages begin
     */
    private record Flat(double level, double first, double after) {}
}
