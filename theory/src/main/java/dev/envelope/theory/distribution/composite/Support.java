package dev.envelope.theory.distribution.composite;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The set of types that a distribution draws: closed intervals in increasing order, between which there are gaps without types. Who says
 * something of all types says it of these.
 *
 * @param pieces at least one, apart from each other
 */
public record Support(List<Piece> pieces) {

    /** A probability that is rounding. */
    private static final double ROUNDING = 1e-15;

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
    public record Piece(double from, double to) {}

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

    /** {@code count} evenly spaced numbers from the lowest to the highest type, of which the ends of gaps replace those inside. */
    public double[] even(int count) {
        double lower = pieces.get(0).from;
        double upper = pieces.get(pieces.size() - 1).to;
        DoubleStream even = DoubleStream.iterate(0, k -> k < count, k -> k + 1)
                .map(k -> count == 1 ? 0.5 : k / (count - 1.0))
                .map(share -> (1 - share) * lower + share * upper);
        if (pieces.size() == 1) {
            return even.toArray();
        }
        DoubleStream ends = pieces.stream().flatMapToDouble(piece -> DoubleStream.of(piece.from, piece.to));
        return DoubleStream.concat(even.filter(this::contains), ends)
                .sorted()
                .distinct()
                .toArray();
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
