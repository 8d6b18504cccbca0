package dev.envelope.lab.plot.audit;

import dev.envelope.lab.plot.Area;
import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Dots.Beside;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import dev.envelope.lab.plot.game.PlottedGame.Role;
import dev.envelope.lab.plot.game.Shown;
import dev.envelope.lab.plot.interim.Envelope;
import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.InterimPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * What each type of a role gets by what it does, and by the best of what any type does: between them is its regret. The type
 * that gains most and the type that loses most by taking part are marked.
 */
final class Regret {

    static final String PLAYED = "what it does";
    static final String BEST = "the best that any type does";

    /** How small a share of the range of types is no regret. */
    private static final double NOTHING = 1e-8;

    /** Standard errors beyond which what is sampled is no chance: 99.9 %. */
    static final double SURELY = 3.29;

    private static final int LINES = 11;
    private static final double ROOM_BELOW = 0.2;
    private static final double ROOM_ABOVE = 0.08;

    private Regret() {}

    /** Beside {@code stayingAway}, what each type has that takes no part, where that is anything. */
    static Picture picture(Role role, AgentReport agent, DoubleUnaryOperator stayingAway) {
        List<InterimPoint> curve = agent.curve();
        double from = role.type().lower();
        double to = role.type().upper();
        List<Point> played = curve.stream()
                .map(point -> new Point(point.type(), point.payoff()))
                .toList();
        List<Point> best = Envelope.of(curve, from, to);
        List<Point> away = curve.stream()
                .map(point -> new Point(point.type(), stayingAway.applyAsDouble(point.type())))
                .toList();
        boolean isAwayAnything = away.stream().anyMatch(point -> point.y() != 0);
        List<Mark> marks = new ArrayList<>(List.of(area(played, best)));
        if (isAwayAnything) {
            marks.add(new Line(Misreports.STAYING_AWAY, Look.REFERENCE, away));
        }
        marks.addAll(Envelope.lines(curve, from, to, LINES));
        marks.add(new Line(PLAYED, Look.FIRST, played));
        marks.add(new Line(BEST, Look.SECOND, best));
        witnesses(agent, curve, NOTHING * (to - from)).forEach(marks::add);
        double low = Stream.concat(played.stream(), isAwayAnything ? away.stream() : Stream.of())
                .mapToDouble(Point::y)
                .min()
                .orElseThrow();
        double high = Stream.concat(played.stream(), best.stream())
                .mapToDouble(Point::y)
                .max()
                .orElseThrow();
        double top = high > low ? high : low + (to - from);
        return Picture.of(
                "regret",
                "Interim payoff and regret: " + role.name(),
                new Axis(role.typeName() + " x", from, to),
                new Axis("expected payoff", low - ROOM_BELOW * (top - low), top + ROOM_ABOVE * (top - low)),
                marks);
    }

    private static Area area(List<Point> played, List<Point> best) {
        List<Point> corners = new ArrayList<>(best);
        List<Point> back = new ArrayList<>(played);
        Collections.reverse(back);
        corners.addAll(back);
        return new Area("", Area.Shade.LIGHT, corners);
    }

    private static List<Mark> witnesses(AgentReport agent, List<InterimPoint> curve, double nothing) {
        List<Mark> marks = new ArrayList<>();
        double regret = agent.regret().value();
        if (regret > nothing + SURELY * agent.regret().error()
                && agent.regret().witness().type().isPresent()) {
            double type = agent.regret().witness().type().getAsDouble();
            double payoff = payoffAt(curve, type);
            marks.add(Line.between(Look.GUIDE, type, payoff, type, payoff + regret));
            marks.add(Dots.one(
                    Look.THIRD,
                    type,
                    payoff + regret,
                    "type " + Shown.of(type) + " gains " + Shown.of(regret),
                    Beside.ABOVE_LEFT));
        }
        double margin = agent.lowestMargin().value();
        if (margin < -nothing - SURELY * agent.lowestMargin().error()
                && agent.lowestMargin().witness().type().isPresent()) {
            double type = agent.lowestMargin().witness().type().getAsDouble();
            String label = "type " + Shown.of(type) + " loses " + Shown.of(-margin) + " by taking part";
            marks.add(Dots.one(Look.FOURTH, type, payoffAt(curve, type), label, Beside.BELOW_RIGHT));
        }
        return marks;
    }

    private static double payoffAt(List<InterimPoint> curve, double type) {
        InterimPoint nearest = curve.get(0);
        for (InterimPoint point : curve) {
            nearest = Math.abs(point.type() - type) < Math.abs(nearest.type() - type) ? point : nearest;
        }
        return nearest.payoff();
    }
}
