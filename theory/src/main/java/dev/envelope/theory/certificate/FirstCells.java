package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.law.MessageLaw.Slope;
import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.distribution.composite.Support;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import java.util.ArrayList;
import java.util.List;

/** The cells of types to begin with: each on one line of the strategy, between two kinks of what it meets. */
final class FirstCells {

    private final Trader own;
    private final double lowest;
    private final double highest;
    private final double least;
    private final double[] kinks;
    private final double width;
    private final List<TypeCell> cells = new ArrayList<>();

    private FirstCells(Trader own, Support.Piece types, double least, double[] kinks, double width) {
        this.own = own;
        this.lowest = types.from();
        this.highest = types.to();
        this.least = least;
        this.kinks = kinks;
        this.width = width;
    }

    /**
     * The cells of {@code own}, none of them in a gap without types, no wider than one of {@code count} equal parts.
     *
     * @param least the lowest message that counts
     * @param kinks messages where the rivals' law is not smooth, in increasing order
     */
    static List<TypeCell> of(Trader own, double least, double[] kinks, int count) {
        double width = (own.upper() - own.lower()) / count;
        List<TypeCell> cells = new ArrayList<>();
        for (Support.Piece types : own.support().pieces()) {
            cells.addAll(new FirstCells(own, types, least, kinks, width).cells());
        }
        return cells;
    }

    private List<TypeCell> cells() {
        if (own.strategy() instanceof PiecewiseLinearBid lines) {
            lines(own.negated() ? lines.mirrored() : lines);
        } else if (own.strategy() instanceof PiecewiseCubicBid cubic) {
            curves(own.negated() ? cubic.mirrored() : cubic);
        } else {
            part(TypeCell.rising(lowest, highest, own.message(lowest), own.message(highest), Slope.UNKNOWN));
        }
        return cells;
    }

    private void lines(PiecewiseLinearBid bid) {
        double[] types = bid.types();
        double[] messages = bid.messages();
        pieces(types, (k, from, to) -> {
            double run = types[k] - types[k - 1];
            double rise = messages[k] - messages[k - 1];
            double first =
                    from == types[k - 1] ? messages[k - 1] : messages[k - 1] + rise * (from - types[k - 1]) / run;
            double end = to == types[k] ? messages[k] : messages[k - 1] + rise * (to - types[k - 1]) / run;
            line(TypeCell.line(from, to, first, end));
        });
    }

    private void curves(PiecewiseCubicBid bid) {
        double[] types = bid.knots();
        double[] messages = bid.messages();
        pieces(types, (k, from, to) -> {
            double start = from == types[k - 1] ? messages[k - 1] : bid.message(from);
            double end = to == types[k] ? messages[k] : bid.message(to);
            part(TypeCell.rising(from, to, start, end, own.steps(from, to)));
        });
    }

    /** What there is of each piece between two of {@code types}, and those before and after that abstain. */
    private void pieces(double[] types, Piece piece) {
        int last = types.length - 1;
        silence(lowest, Math.min(types[0], highest));
        for (int k = 1; k <= last; k++) {
            double from = Math.max(lowest, types[k - 1]);
            double to = Math.min(highest, types[k]);
            if (to > from) {
                piece.cells(k, from, to);
            }
        }
        silence(Math.max(types[last], lowest), highest);
    }

    /** A piece of a bid function. */
    private interface Piece {

        /** Adds cells for the types in ({@code from}, {@code to}) of the {@code k}-th piece, from 1. */
        void cells(int k, double from, double to);
    }

    private void silence(double from, double to) {
        if (to > from) {
            cells.add(TypeCell.line(from, to, Double.NaN, Double.NaN));
        }
    }

    /** A line, cut where it crosses the reserve or a kink. */
    private void line(TypeCell whole) {
        TypeCell rest = cut(whole, least);
        int from = java.util.Arrays.binarySearch(kinks, rest.first());
        for (int k = Math.max(0, from < 0 ? -from - 1 : from); k < kinks.length && kinks[k] < rest.last(); k++) {
            rest = cut(rest, kinks[k]);
        }
        part(rest);
    }

    /** Adds what is below {@code message}; the rest of the line. */
    private TypeCell cut(TypeCell line, double message) {
        if (!(message > line.first() && message < line.last())) {
            return line;
        }
        double share = (message - line.first()) / (line.last() - line.first());
        double type = line.from() + (line.to() - line.from()) * share;
        if (!(type > line.from() && type < line.to())) {
            return line;
        }
        part(TypeCell.line(line.from(), type, line.first(), message));
        return TypeCell.line(type, line.to(), message, line.last());
    }

    private void part(TypeCell cell) {
        int parts = (int) Math.max(1, Math.ceil((cell.to() - cell.from()) / width));
        for (int i = 0; i < parts; i++) {
            cells.add(parts == 1 ? cell : cell.part(i, parts, own));
        }
    }
}
