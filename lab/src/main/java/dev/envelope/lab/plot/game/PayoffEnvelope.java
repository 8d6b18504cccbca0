package dev.envelope.lab.plot.game;

import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Dots.Beside;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.game.PlottedGame.Role;
import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.InterimPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * What each type of a role expects, U(x), as the upper envelope of the lines z ↦ q(x)·z − m(x): what type z would get with the
 * message of type x (Krishna, ch. 5.1). One of the lines is drawn out, its slope being q(x).
 */
final class PayoffEnvelope {

    static final String PAYOFF = "U(x)";

    private static final int LINES = 20;
    private static final double SUPPORT = 0.65;
    private static final double ROOM_BELOW = 0.3;
    private static final double NOTHING = 1e-9;

    private PayoffEnvelope() {}

    static List<Picture> of(PlottedGame plotted) {
        if (plotted.equilibrium().isEmpty() || !plotted.game().isRiskNeutral()) {
            return List.of();
        }
        AuditReport report = InterimCurves.of(
                plotted.game(), plotted.equilibrium().orElseThrow().strategies());
        return of(plotted.unlikeRoles(), report);
    }

    /** The pictures of {@code roles}. */
    static List<Picture> of(List<Role> roles, AuditReport report) {
        return roles.stream()
                .map(role -> picture(role, report.agents().get(role.agent())))
                .toList();
    }

    private static Picture picture(Role role, AgentReport agent) {
        List<InterimPoint> curve = agent.curve();
        double from = role.type().lower();
        double to = role.type().upper();
        List<Mark> marks = new ArrayList<>();
        marks.addAll(Envelope.lines(curve, from, to, LINES));
        marks.add(new Line(PAYOFF, Look.FIRST, Envelope.of(curve, from, to)));
        InterimPoint shown = curve.get((int) Math.round(supporting(curve) * (curve.size() - 1)));
        marks.add(Envelope.line(shown, from, to, Look.SECOND)
                .named("slope q(" + Shown.of(shown.type()) + ") = " + Shown.of(shown.allocation())));
        marks.add(Dots.one(Look.FIRST, shown.type(), shown.payoff(), "", Beside.ABOVE_LEFT));
        double least = least(curve);
        double most = curve.stream().mapToDouble(InterimPoint::payoff).max().orElseThrow();
        if (least < -NOTHING * (to - from)) {
            marks.add(loss(agent));
        }
        double high = most > least ? most : least + (to - from);
        return Picture.of(
                "payoff",
                "Interim payoff, upper envelope of lines: " + role.name(),
                new Axis(role.typeName() + " x", from, to),
                new Axis("expected payoff", least - ROOM_BELOW * (high - least), high),
                marks);
    }

    private static Dots loss(AgentReport agent) {
        double type = agent.lowestMargin().witness().type().orElseThrow();
        double payoff = agent.lowestMargin().value();
        return Dots.one(
                Look.FIRST,
                type,
                payoff,
                "type " + Shown.of(type) + " loses " + Shown.of(-payoff) + " by taking part",
                Beside.ABOVE_RIGHT);
    }

    /** A share of the support where the slope says something: nearer the top for buyers, nearer the bottom for sellers. */
    private static double supporting(List<InterimPoint> curve) {
        return curve.get(0).allocation() < 0 || curve.get(curve.size() - 1).allocation() < 0 ? 1 - SUPPORT : SUPPORT;
    }

    private static double least(List<InterimPoint> curve) {
        return curve.stream().mapToDouble(InterimPoint::payoff).min().orElseThrow();
    }
}
