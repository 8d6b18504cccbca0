package dev.envelope.lab.plot.game;

import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.lab.game.ClearedMarket;
import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import dev.envelope.lab.plot.Sheet;
import dev.envelope.theory.mechanism.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A cleared market as supply and demand: messages as steps, what changes hands and at which price. */
public final class MarketPlot {

    static final String DEMAND = "demand";
    static final String SUPPLY = "supply";

    private static final String RESERVE = "reserve";
    private static final String UNITS = "units";

    /** Of the markets that are not played, those in which messages are offers for units. */
    private static final Set<MechanismType> DRAWN = EnumSet.of(
            MechanismType.CALL_MARKET,
            MechanismType.MCAFEE,
            MechanismType.UNIFORM_PRICE,
            MechanismType.DISCRIMINATORY,
            MechanismType.MULTI_UNIT_VICKREY);

    private MarketPlot() {}

    /**
     * The picture of {@code cleared}, a market of {@code treatment}; none where everybody abstains, and of markets in which
     * messages are not offers for units.
     */
    public static Sheet.Section of(Treatment treatment, ClearedMarket cleared) {
        MechanismType type = treatment.mechanism().type();
        if (!type.isPlayable() && !DRAWN.contains(type)) {
            return new Sheet.Section(treatment.id() + ": " + type.planName(), List.of());
        }
        List<Double> bids = messages(treatment, cleared, false);
        List<Double> asks = messages(treatment, cleared, true);
        bids.sort(Comparator.reverseOrder());
        asks.sort(Comparator.naturalOrder());
        String heading = treatment.id() + ": " + type.planName();
        return new Sheet.Section(
                heading,
                bids.isEmpty() && asks.isEmpty() ? List.of() : List.of(picture(treatment, cleared, bids, asks)));
    }

    private static Picture picture(Treatment treatment, ClearedMarket cleared, List<Double> bids, List<Double> asks) {
        List<Mark> marks = new ArrayList<>();
        if (!bids.isEmpty()) {
            marks.add(new Line(DEMAND, Look.FIRST, steps(bids)));
        }
        if (!asks.isEmpty()) {
            marks.add(new Line(SUPPLY, Look.SECOND, steps(asks)));
        }
        double units = treatment.mechanism().parameter(UNITS, 0);
        double most = Math.max(Math.max(1, units), Math.max(bids.size(), asks.size()));
        if (units > 0) {
            marks.add(Line.between(Look.SECOND, units, 0, units, bids.get(0)).named(SUPPLY));
        }
        if (treatment.mechanism().parameters().containsKey(RESERVE)) {
            double reserve = treatment.mechanism().parameter(RESERVE, 0);
            marks.add(Line.between(Look.REFERENCE, 0, reserve, most, reserve).named("reserve " + Shown.of(reserve)));
        }
        prices(marks, cleared, most);
        Axis up = Axis.high("price", marks).reaching(0);
        int traded = cleared.agents().stream()
                .mapToInt(agent -> agent.units() > 0 ? 1 : 0)
                .sum();
        marks.add(Line.between(Look.GUIDE, traded, up.from(), traded, up.to()).named("traded: " + traded));
        return Picture.of("market", "Supply and demand", new Axis("units", 0, most), up, marks);
    }

    private static void prices(List<Mark> marks, ClearedMarket cleared, double most) {
        double[] paid = cleared.agents().stream()
                .filter(agent -> agent.units() > 0)
                .mapToDouble(agent -> agent.payment())
                .distinct()
                .toArray();
        double[] received = cleared.agents().stream()
                .filter(agent -> agent.units() < 0)
                .mapToDouble(agent -> -agent.payment())
                .distinct()
                .toArray();
        if (cleared.price().isPresent()) {
            double price = cleared.price().getAsDouble();
            marks.add(Line.between(Look.THIRD, 0, price, most, price).named("price " + Shown.of(price)));
            return;
        }
        if (paid.length == 1) {
            marks.add(Line.between(Look.THIRD, 0, paid[0], most, paid[0]).named("buyers pay " + Shown.of(paid[0])));
        }
        if (received.length == 1) {
            marks.add(Line.between(Look.FOURTH, 0, received[0], most, received[0])
                    .named("sellers get " + Shown.of(received[0])));
        }
    }

    /** A level of one unit for each message. */
    private static List<Point> steps(List<Double> messages) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            points.add(new Point(i, messages.get(i)));
            points.add(new Point(i + 1.0, messages.get(i)));
        }
        return points;
    }

    private static List<Double> messages(Treatment treatment, ClearedMarket cleared, boolean ofSellers) {
        List<Double> messages = new ArrayList<>();
        int agent = 0;
        for (RoleSpec role : treatment.roles()) {
            for (int i = 0; i < role.count(); i++, agent++) {
                if ((role.side() == Side.SELLER) == ofSellers) {
                    messages.addAll(offers(cleared.agents().get(agent)));
                }
            }
        }
        return messages;
    }

    private static List<Double> offers(ClearedMarket.Agent agent) {
        return agent.offer() instanceof Offer.Schedule schedule
                ? schedule.points()
                : agent.message().stream().boxed().toList();
    }
}
