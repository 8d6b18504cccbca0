package dev.envelope.lab.plot.interim;

import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Point;
import dev.envelope.theory.audit.InterimPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The upper envelope of the lines z ↦ q·z − m of some types: the most that a type z can get with one of their messages. */
public final class Envelope {

    private Envelope() {}

    /** Its ends and corners on [{@code from}, {@code to}]. */
    public static List<Point> of(List<InterimPoint> curve, double from, double to) {
        List<InterimPoint> lines = curve.stream()
                .filter(line -> !Double.isNaN(line.payment()))
                .sorted(Comparator.comparingDouble(InterimPoint::allocation)
                        .thenComparingDouble(line -> -line.payment()))
                .toList();
        InterimPoint line = best(lines, from);
        List<Point> corners = new ArrayList<>(List.of(new Point(from, at(line, from))));
        double corner = from;
        while (corner < to) {
            InterimPoint next = line;
            double end = to;
            for (InterimPoint other : lines) {
                double meets = (other.payment() - line.payment()) / (other.allocation() - line.allocation());
                if (other.allocation() > line.allocation() && meets >= corner && meets < end) {
                    end = meets;
                    next = other;
                }
            }
            corners.add(new Point(end, at(line, end)));
            corner = end;
            line = next;
        }
        return corners;
    }

    /** About {@code count} of the lines, fine. */
    public static List<Line> lines(List<InterimPoint> curve, double from, double to, int count) {
        List<Line> lines = new ArrayList<>();
        int every = Math.max(1, curve.size() / count);
        for (int k = 0; k < curve.size(); k += every) {
            lines.add(line(curve.get(k), from, to, Look.FINE));
        }
        return lines;
    }

    /** The line of one of them from end to end. */
    public static Line line(InterimPoint point, double from, double to, Look look) {
        double slope = point.allocation();
        return Line.between(look, from, slope * from - point.payment(), to, slope * to - point.payment());
    }

    /** What type {@code x} gets on the line of {@code line}. */
    static double at(InterimPoint line, double x) {
        return line.allocation() * x - line.payment();
    }

    /** The line of the message that is best for type {@code x}; of several the steepest. */
    static InterimPoint best(List<InterimPoint> lines, double x) {
        InterimPoint best = lines.get(0);
        for (InterimPoint line : lines) {
            best = at(line, x) >= at(best, x) ? line : best;
        }
        return best;
    }
}
