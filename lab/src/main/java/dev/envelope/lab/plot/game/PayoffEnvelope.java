package dev.envelope.lab.plot.game;

import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Dots.Beside;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.game.PlottedGame.Role;
import dev.envelope.lab.plot.interim.Envelope;
import dev.envelope.lab.plot.interim.InterimCurve;
import dev.envelope.theory.audit.InterimPoint;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * What each type of a role expects, U(x), as the upper envelope of the lines z ↦ q(x)·z − m(x): what type z would get with the
 * message of type x (Krishna, ch. 5.1). One of the lines is drawn out, its slope being q(x).
 */
final class PayoffEnvelope {

    static final String PAYOFF = "U(x)";

    private static final int LINES = 20;
    private static final double SOMETHING = 0.08;
    private static final double ROOM_BELOW = 0.3;

    private PayoffEnvelope() {}

    static List<Picture> of(PlottedGame plotted) {
        if (plotted.equilibrium().isEmpty() || !plotted.game().isRiskNeutral() || losesBesides(plotted)) {
            return List.of();
        }
        return plotted.unlikeRoles().stream()
                .map(role -> picture(
                        role,
                        InterimCurve.of(plotted.game(), plotted.equilibrium().orElseThrow(), role.agent())))
                .toList();
    }

    private static Picture picture(Role role, List<InterimPoint> curve) {
        double from = role.type().lower();
        double to = role.type().upper();
        List<Mark> marks = new ArrayList<>();
        marks.addAll(Envelope.lines(curve, from, to, LINES));
        marks.add(new Line(PAYOFF, Look.FIRST, Envelope.of(curve, from, to)));
        InterimPoint shown = supported(curve);
        marks.add(Envelope.line(shown, from, to, Look.SECOND)
                .named("slope q(" + Shown.of(shown.type()) + ") = " + Shown.of(shown.allocation())));
        marks.add(Dots.one(Look.FIRST, shown.type(), shown.payoff(), "", Beside.ABOVE_LEFT));
        double least = least(curve);
        double most = most(curve);
        double high = most > least ? most : least + (to - from);
        return Picture.of(
                "payoff",
                "Interim payoff, upper envelope of lines: " + role.name(),
                new Axis(role.typeName() + " x", from, to),
                new Axis("expected payoff", least - ROOM_BELOW * (high - least), high),
                marks);
    }

    /** Whether losers lose what is not measured by their own type, so that no line is of what they receive and pay. */
    private static boolean losesBesides(PlottedGame plotted) {
        return plotted.mechanism() instanceof LicenceBidding bidding
                && bidding.licence().loss() != Loss.OWN_VALUE;
    }

    /** Of the types that expect something, the one with the slope in the middle. */
    private static InterimPoint supported(List<InterimPoint> curve) {
        double something = least(curve) + SOMETHING * (most(curve) - least(curve));
        List<InterimPoint> shown =
                curve.stream().filter(point -> point.payoff() >= something).toList();
        DoubleSummaryStatistics slopes = shown.stream()
                .mapToDouble(point -> Math.abs(point.allocation()))
                .summaryStatistics();
        double middle = (slopes.getMin() + slopes.getMax()) / 2;
        return shown.stream()
                .min(Comparator.comparingDouble(point -> Math.abs(Math.abs(point.allocation()) - middle)))
                .orElseThrow();
    }

    private static double most(List<InterimPoint> curve) {
        return curve.stream().mapToDouble(InterimPoint::payoff).max().orElseThrow();
    }

    private static double least(List<InterimPoint> curve) {
        return curve.stream().mapToDouble(InterimPoint::payoff).min().orElseThrow();
    }
}
