package dev.envelope.lab.plot.audit;

import dev.envelope.lab.game.AuditedGame;
import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Dots.Beside;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import dev.envelope.lab.plot.Sampling;
import dev.envelope.lab.plot.game.PlottedGame.Role;
import dev.envelope.lab.plot.game.Shown;
import dev.envelope.lab.plot.interim.MessagePayoff;
import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What one type of a role expects from each message it could send: the type that gains most by not sending its own, with both
 * messages marked, or one above the middle where none gains.
 */
final class Misreports {

    static final String PAYOFF = "expected payoff";
    static final String STAYING_AWAY = "staying away";

    private static final double NOTHING = 1e-8;
    private static final double SHOWN_RANK = 0.65;
    private static final int COARSE = 96;
    private static final double ROOM_ABOVE = 0.08;

    private final Role role;
    private final AuditedGame audited;
    private final DoubleUnaryOperator stayingAway;
    private final MessagePayoff payoff;
    private final double from;
    private final double to;

    private Misreports(Role role, AuditedGame audited, DoubleUnaryOperator stayingAway) {
        this.role = role;
        this.audited = audited;
        this.stayingAway = stayingAway;
        this.payoff = MessagePayoff.of(audited.game().orElseThrow(), audited.played(), role.agent());
        double low = role.type().lower();
        double high = role.type().upper();
        if (!audited.game().orElseThrow().mechanism().isDirect()) {
            for (int i = 0; i < audited.played().size(); i++) {
                ValueDistribution type = audited.game().orElseThrow().types().get(i);
                for (double end : new double[] {type.lower(), type.upper()}) {
                    double message = audited.played().get(i).message(end);
                    low = Math.min(low, Double.isNaN(message) ? end : Math.min(end, message));
                    high = Math.max(high, Double.isNaN(message) ? end : Math.max(end, message));
                }
            }
        }
        this.from = low;
        this.to = high;
    }

    /** Beside {@code stayingAway}, what each type has that takes no part. */
    static Picture picture(Role role, AuditedGame audited, DoubleUnaryOperator stayingAway) {
        return new Misreports(role, audited, stayingAway).picture();
    }

    private Picture picture() {
        Estimate regret = audited.report().agents().get(role.agent()).regret();
        boolean gains = regret.value() > NOTHING * (to - from) + Regret.SURELY * regret.error()
                && regret.witness().type().isPresent();
        double type =
                gains ? regret.witness().type().getAsDouble() : role.type().quantile(SHOWN_RANK);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Line(PAYOFF, Look.FIRST, points(type)));
        mark(marks, Look.SECOND, type, audited.played().get(role.agent()).message(type), "sends ", Beside.BELOW_RIGHT);
        if (gains) {
            mark(
                    marks,
                    Look.THIRD,
                    type,
                    regret.witness().message().orElse(Mechanism.ABSTAIN),
                    "better: ",
                    Beside.ABOVE_LEFT);
        }
        Axis across = Axis.wide(audited.game().orElseThrow().mechanism().isDirect() ? "report" : "message", marks);
        double away = stayingAway.applyAsDouble(type);
        marks.add(
                0,
                Line.between(Look.REFERENCE, across.from(), away, across.to(), away)
                        .named(STAYING_AWAY));
        Axis up = Axis.high("expected payoff", marks);
        return Picture.of(
                "misreports",
                "What " + role.name() + " of type " + Shown.of(type) + " gets by each message",
                across,
                up.reaching(up.to() + ROOM_ABOVE * (up.to() - up.from())),
                marks);
    }

    private void mark(List<Mark> marks, Look look, double type, double message, String label, Beside beside) {
        if (!Double.isNaN(message)) {
            marks.add(Dots.one(look, message, payoff.of(type, message), label + Shown.of(message), beside));
        }
    }

    /** Every jump where payoffs are integrated; sampled ones jump everywhere a little. */
    private List<Point> points(double type) {
        if (MessagePayoff.isIntegrable(audited.game().orElseThrow())) {
            return Sampling.of(message -> payoff.of(type, message), from, to);
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= COARSE; i++) {
            double share = i / (double) COARSE;
            double message = (1 - share) * from + share * to;
            points.add(new Point(message, payoff.of(type, message)));
        }
        return points;
    }
}
