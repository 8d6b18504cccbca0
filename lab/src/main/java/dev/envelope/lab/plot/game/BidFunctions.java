package dev.envelope.lab.plot.game;

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
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;

/**
 * The bid function of each role with the line on which message and type are equal, and the types beyond which nobody takes part
 * or trades: with values and costs on [0, 1] and k = 1/2 the points 1/4 and 3/4 (Chatterjee &amp; Samuelson 1983).
 */
final class BidFunctions {

    static final String DIAGONAL = "45° line";

    private final PlottedGame plotted;
    private final Equilibrium equilibrium;
    private final List<Mark> marks = new ArrayList<>();

    private BidFunctions(PlottedGame plotted, Equilibrium equilibrium) {
        this.plotted = plotted;
        this.equilibrium = equilibrium;
    }

    static List<Picture> of(PlottedGame plotted) {
        return plotted.equilibrium()
                .map(equilibrium -> List.of(new BidFunctions(plotted, equilibrium).picture()))
                .orElse(List.of());
    }

    private Picture picture() {
        double from = plotted.roles().stream()
                .mapToDouble(role -> role.type().lower())
                .min()
                .orElseThrow();
        double to = plotted.roles().stream()
                .mapToDouble(role -> role.type().upper())
                .max()
                .orElseThrow();
        marks.add(Line.between(Look.REFERENCE, from, from, to, to).named(DIAGONAL));
        for (int i = 0; i < plotted.roles().size(); i++) {
            draw(plotted.roles().get(i), Look.series(i));
        }
        if (plotted.isBilateral()) {
            endsOfTrade();
        }
        return Picture.of(
                "bids",
                "Bid functions: " + equilibrium.name(),
                Axis.wide(types(), marks),
                Axis.high(messages(), marks),
                marks);
    }

    private void draw(Role role, Look look) {
        List<Point> points = Sampling.of(
                type -> equilibrium.message(role.agent(), type),
                role.type().lower(),
                role.type().upper());
        marks.add(new Line(role.name(), look, points));
        for (int i = 0; i < points.size(); i++) {
            if (!points.get(i).isGap()) {
                markEnd(look, points, i);
            }
        }
    }

    /** Marks a type next to those that abstain: on one side two gaps, or one at the end; a single gap is a jump. */
    private void markEnd(Look look, List<Point> points, int at) {
        Point point = points.get(at);
        if (at > 0
                && points.get(at - 1).isGap()
                && (at == 1 || points.get(at - 2).isGap())) {
            String label = "abstains below " + Shown.of(point.x());
            marks.add(Dots.one(look, point.x(), point.y(), label, Beside.BELOW_RIGHT));
        }
        int last = points.size() - 1;
        if (at < last
                && points.get(at + 1).isGap()
                && (at + 1 == last || points.get(at + 2).isGap())) {
            String label = "abstains above " + Shown.of(point.x());
            marks.add(Dots.one(look, point.x(), point.y(), label, Beside.ABOVE_LEFT));
        }
    }

    /** The least value that ever trades and the highest cost that does, where not all do. */
    private void endsOfTrade() {
        Role buyer = plotted.roles().get(0);
        Role seller = plotted.roles().get(1);
        double lowestAsk = equilibrium.message(seller.agent(), seller.type().lower());
        double highestBid = equilibrium.message(buyer.agent(), buyer.type().upper());
        if (!(highestBid > lowestAsk)) {
            return;
        }
        double value = Bisection.first(
                buyer.type().lower(), buyer.type().upper(), v -> equilibrium.message(buyer.agent(), v) >= lowestAsk);
        double cost = Bisection.first(
                seller.type().lower(),
                seller.type().upper(),
                c -> !(equilibrium.message(seller.agent(), c) <= highestBid));
        if (value > buyer.type().lower()) {
            mark(Look.series(0), buyer, value, "no trade below ", Beside.BELOW_RIGHT);
        }
        if (cost < seller.type().upper()) {
            mark(Look.series(1), seller, cost, "no trade above ", Beside.ABOVE_LEFT);
        }
    }

    private void mark(Look look, Role role, double type, String text, Beside beside) {
        double message = equilibrium.message(role.agent(), type);
        if (!Double.isNaN(message)) {
            marks.add(Dots.one(look, type, message, text + Shown.of(type), beside));
        }
    }

    private String types() {
        boolean buys = plotted.roles().stream().anyMatch(role -> role.side() != Side.SELLER);
        boolean sells = plotted.roles().stream().anyMatch(role -> role.side() == Side.SELLER);
        return buys && sells ? "value or cost" : buys ? "value" : "cost";
    }

    private String messages() {
        if (plotted.mechanism().isDirect()) {
            return "report";
        }
        return types().equals("value") ? "bid" : types().equals("cost") ? "ask" : "bid or ask";
    }
}
