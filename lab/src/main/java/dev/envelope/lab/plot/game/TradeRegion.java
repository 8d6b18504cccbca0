package dev.envelope.lab.plot.game;

import dev.envelope.lab.plot.Area;
import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import dev.envelope.lab.plot.Sampling;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pairs of cost and value trade in equilibrium, beside those that should, v ≥ c: found by playing the mechanism (with
 * types on [0, 1] and k = 1/2, v ≥ c + 1/4; Chatterjee &amp; Samuelson 1983).
 */
final class TradeRegion {

    static final String BORDER = "least value that trades";

    private final Mechanism mechanism;
    private final Equilibrium equilibrium;
    private final ValueDistribution values;
    private final ValueDistribution costs;

    private TradeRegion(PlottedGame plotted, Equilibrium equilibrium) {
        this.mechanism = plotted.mechanism();
        this.equilibrium = equilibrium;
        this.values = plotted.game().types().get(0);
        this.costs = plotted.game().types().get(1);
    }

    static List<Picture> of(PlottedGame plotted) {
        return plotted.isBilateral() && plotted.equilibrium().isPresent()
                ? List.of(new TradeRegion(plotted, plotted.equilibrium().orElseThrow()).picture())
                : List.of();
    }

    private Picture picture() {
        List<Mark> marks = new ArrayList<>();
        List<Point> efficient = Sampling.of(
                c -> c > values.upper() ? Double.NaN : Math.max(c, values.lower()), costs.lower(), costs.upper());
        addAll(marks, "should trade: v ≥ c", Area.Shade.LIGHT, efficient);
        List<Point> border = Sampling.of(this::leastValue, costs.lower(), costs.upper());
        addAll(marks, "trades", Area.Shade.DARK, border);
        marks.add(Line.between(Look.REFERENCE, costs.lower(), costs.lower(), costs.upper(), costs.upper())
                .named("v = c"));
        marks.add(new Line(BORDER, Look.FIRST, border));
        double happens = equilibrium.predictions().tradeProbability();
        double should = new Traders(values, costs).firstBestTradeProbability();
        return Picture.of(
                "trade",
                "Trade region: P(trade) = " + Shown.of(happens) + ", efficient " + Shown.of(should),
                new Axis("cost c", costs.lower(), costs.upper()),
                new Axis("value v", values.lower(), values.upper()),
                marks);
    }

    /** The least value that trades with {@code cost}; NaN where none does. */
    private double leastValue(double cost) {
        double ask = equilibrium.message(1, cost);
        return trades(values.upper(), ask)
                ? Bisection.first(values.lower(), values.upper(), v -> trades(v, ask))
                : Double.NaN;
    }

    private boolean trades(double value, double ask) {
        double[] messages = {equilibrium.message(0, value), ask};
        return mechanism.outcome(messages, TieOrder.byIndex(2)).units(0) == 1;
    }

    /** What is above a border, piece by piece where it is interrupted; only the first piece has the name. */
    private void addAll(List<Mark> marks, String name, Area.Shade shade, List<Point> border) {
        List<Point> run = new ArrayList<>();
        String label = name;
        for (int i = 0; i <= border.size(); i++) {
            if (i < border.size() && !border.get(i).isGap()) {
                run.add(border.get(i));
            } else if (!run.isEmpty()) {
                List<Point> corners = new ArrayList<>(run);
                corners.add(new Point(run.get(run.size() - 1).x(), values.upper()));
                corners.add(new Point(run.get(0).x(), values.upper()));
                marks.add(new Area(label, shade, corners));
                label = "";
                run.clear();
            }
        }
    }
}
