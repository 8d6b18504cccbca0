package dev.envelope.lab.plot.game;

import dev.envelope.lab.plot.Area;
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
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.ironing.IronedVirtualValue;
import java.util.ArrayList;
import java.util.List;

/**
 * One bidder as a market: the chance 1 − F(p) that it buys at price p is demand, its virtual value is marginal revenue, and the
 * monopoly price is where that equals the seller's value (Bulow &amp; Roberts 1989; Krishna, ch. 5.2).
 */
final class MonopolyPrice {

    static final String DEMAND = "demand";
    static final String MARGINAL_REVENUE = "marginal revenue";

    private MonopolyPrice() {}

    static List<Picture> of(PlottedGame plotted) {
        List<Picture> pictures = new ArrayList<>();
        if (plotted.isAuctionOfOneObject()) {
            double sellerValue = VirtualValues.sellerValue(plotted);
            plotted.unlikeRoles().forEach(role -> pictures.add(picture(role, sellerValue)));
        }
        return pictures;
    }

    private static Picture picture(Role role, double sellerValue) {
        ValueDistribution type = role.type();
        IronedVirtualValue ironed = IronedVirtualValue.of(type);
        double price = ironed.inverse(sellerValue);
        double quantity = price <= type.upper() ? 1 - type.cdf(price) : 0;
        List<Mark> marks = new ArrayList<>();
        if (quantity > 0) {
            marks.add(new Area(
                    "profit " + Shown.of((price - sellerValue) * quantity),
                    Area.Shade.LIGHT,
                    List.of(
                            new Point(0, sellerValue),
                            new Point(quantity, sellerValue),
                            new Point(quantity, price),
                            new Point(0, price))));
        }
        marks.add(Line.between(Look.REFERENCE, 0, sellerValue, 1, sellerValue)
                .named("the seller's value, " + Shown.of(sellerValue)));
        marks.add(new Line(DEMAND, Look.FIRST, Sampling.of(q -> type.quantile(1 - q), 0, 1)));
        if (!ironed.flats().isEmpty()) {
            marks.add(new Line(
                    VirtualValues.NOT_IRONED,
                    Look.GUIDE,
                    Sampling.of(q -> type.virtualValue(type.quantile(1 - q)), 0, 1)));
        }
        marks.add(new Line(MARGINAL_REVENUE, Look.SECOND, Sampling.of(q -> ironed.at(type.quantile(1 - q)), 0, 1)));
        if (quantity > 0) {
            marks.add(Line.between(Look.GUIDE, quantity, sellerValue, quantity, price));
            marks.add(Dots.one(Look.FIRST, quantity, price, "monopoly price " + Shown.of(price), Beside.ABOVE_RIGHT));
        }
        return Picture.of(
                "demand",
                "Demand and monopoly price: " + role.name(),
                new Axis("chance of a sale", 0, 1),
                new Axis("price", lowest(type, sellerValue), Math.max(type.upper(), sellerValue)),
                marks);
    }

    /** Marginal revenue may fall without bound; how far it is shown. */
    private static double lowest(ValueDistribution type, double sellerValue) {
        double least = Math.min(sellerValue, type.lower());
        return Math.max(Math.min(least, VirtualValues.lowest(type)), least - (type.upper() - type.lower()));
    }
}
