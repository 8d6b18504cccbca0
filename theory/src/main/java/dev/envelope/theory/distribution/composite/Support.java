package dev.envelope.theory.distribution.composite;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The set of types that a distribution draws: closed intervals in increasing order, between which there are gaps without types. Who says
 * something of all types says it of these.
 *
 * @param pieces at least one, apart from each other
 */
public record Support(List<Piece> pieces) {

    /** A probability that is rounding. */
    private static final double ROUNDING = 1e-15;

    /** How many types of a piece are looked at at least, where there is room. */
    private static final int SEVERAL = 5;

    /** Copies the list. */
    public Support {
        pieces = List.copyOf(pieces);
    }

    /**
     * Types between two numbers, both included.
     *
     * @param from the lowest type
     * @param to the highest type
     */
    public record Piece(double from, double to) {

        private double length() {
            return to - from;
        }

        private DoubleStream even(int count) {
            return IntStream.range(0, count)
                    .mapToDouble(k -> k / (count - 1.0))
                    .map(share -> (1 - share) * from + share * to);
        }
    }

    /** That of {@code types}, whose gaps begin and end at kinks. */
    public static Support of(ValueDistribution types) {
        List<Piece> pieces = new ArrayList<>();
        double from = types.lower();
        double last = types.lower();
        for (double next : withEnd(types)) {
            if (isGap(types, last, next)) {
                if (last > from) {
                    pieces.add(new Piece(from, last));
                }
                from = next;
            }
            last = next;
        }
        pieces.add(new Piece(from, types.upper()));
        return new Support(pieces);
    }

    private static List<Double> withEnd(ValueDistribution types) {
        List<Double> ends = new ArrayList<>(types.kinks());
        ends.add(types.upper());
        return ends;
    }

    private static boolean isGap(ValueDistribution types, double from, double to) {
        return to > from
                && types.cdf(to) - types.cdf(from) <= ROUNDING
                && types.survival(from) - types.survival(to) <= ROUNDING
                && types.density(from + (to - from) / 2) == 0;
    }

    /** Whether {@code type} is one of them; the ends of gaps are. */
    public boolean contains(double type) {
        return pieces.stream().anyMatch(piece -> type >= piece.from && type <= piece.to);
    }

    /** Whether there is a gap between two types, the lower one first. */
    public boolean hasGap(double from, double to) {
        return pieces.stream().noneMatch(piece -> from >= piece.from && to <= piece.to);
    }

    /** The parts of the pieces between {@code from} and {@code to}, of some length. */
    public List<Piece> within(double from, double to) {
        return pieces.stream()
                .map(piece -> new Piece(Math.max(from, piece.from), Math.min(to, piece.to)))
                .filter(part -> part.to > part.from)
                .toList();
    }

    /**
     * About {@code count} types, evenly spaced within each piece, both ends among them: by the lengths of the pieces, but several of each,
     * however narrow it is. Just so many where there are at least two for each piece.
     */
    public double[] even(int count) {
        int least = Math.max(2, Math.min(SEVERAL, count / (2 * pieces.size())));
        int spare = Math.max(0, count - least * pieces.size());
        double length = pieces.stream().mapToDouble(Piece::length).sum();
        DoubleStream all = DoubleStream.empty();
        double before = 0;
        for (Piece piece : pieces) {
            double after = before + piece.length();
            int more = (int) (StrictMath.rint(spare * after / length) - StrictMath.rint(spare * before / length));
            all = DoubleStream.concat(all, piece.even(least + more));
            before = after;
        }
        return all.toArray();
    }

    /** The same types with the other sign. */
    public Support mirrored() {
        List<Piece> mirrored = new ArrayList<>();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            mirrored.add(new Piece(-pieces.get(i).to, -pieces.get(i).from));
        }
        return new Support(mirrored);
    }
}
