package dev.envelope.lab.plot.game;

import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Dots.Beside;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Sampling;
import dev.envelope.lab.plot.game.PlottedGame.Role;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.ironing.IronedVirtualValue;
import dev.envelope.theory.mechanism.OptimalAuction;
import java.util.ArrayList;
import java.util.List;

/**
 * The virtual value of each kind of bidder, ironed, with the least type a seller would sell to, and what a winner pays against
 * a given rival: y_1, the type at which it would just tie with it (Myerson 1981; Krishna, ch. 5.2).
 */
final class VirtualValues {

    static final String NOT_IRONED = "before ironing";

    private static final int LOOKED_AT = 50;
    private static final int NAME = 16;

    private final List<Role> roles;
    private final double sellerValue;
    private final List<Mark> marks = new ArrayList<>();
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private VirtualValues(List<Role> roles, double sellerValue) {
        this.roles = roles;
        this.sellerValue = sellerValue;
        for (Role role : roles) {
            low = Math.min(low, role.type().lower());
            high = Math.max(high, role.type().upper());
        }
    }

    static List<Picture> of(PlottedGame plotted) {
        return plotted.isAuctionOfOneObject()
                ? List.of(new VirtualValues(plotted.unlikeRoles(), sellerValue(plotted)).picture())
                : List.of();
    }

    /** v0, what keeping the object is worth to the seller. */
    static double sellerValue(PlottedGame plotted) {
        return plotted.mechanism() instanceof OptimalAuction optimal ? optimal.sellerValue() : 0;
    }

    private Picture picture() {
        marks.add(Line.between(Look.REFERENCE, low, sellerValue, high, sellerValue)
                .named("the seller's value, " + Shown.of(sellerValue)));
        for (int i = 0; i < roles.size(); i++) {
            draw(roles.get(i), IronedVirtualValue.of(roles.get(i).type()), Look.series(i));
        }
        if (roles.size() > 1 && !payment(0, 1)) {
            payment(1, 0);
        }
        return Picture.of(
                "virtual",
                "Virtual values and optimal reserves",
                Axis.wide("value", marks),
                new Axis("virtual value", lowest(), Math.max(high, sellerValue)),
                marks);
    }

    /** Virtual values may fall without bound; how far they are shown. */
    private double lowest() {
        double least =
                roles.stream().mapToDouble(role -> lowest(role.type())).min().orElseThrow();
        return Math.min(sellerValue, Math.max(least, Math.min(sellerValue, low) - (high - low)));
    }

    /** The lowest virtual value, ironed or not, of all but the rarest types. */
    static double lowest(ValueDistribution type) {
        double least = IronedVirtualValue.of(type).at(type.lower());
        for (int k = 1; k < LOOKED_AT; k++) {
            least = Math.min(least, type.virtualValue(type.quantile(k / (double) LOOKED_AT)));
        }
        return least;
    }

    private void draw(Role role, IronedVirtualValue ironed, Look look) {
        double from = role.type().lower();
        double to = role.type().upper();
        if (!ironed.flats().isEmpty()) {
            marks.add(new Line(NOT_IRONED, Look.GUIDE, Sampling.of(role.type()::virtualValue, from, to)));
        }
        marks.add(new Line(role.name(), look, Sampling.of(ironed::at, from, to)));
        double reserve = ironed.inverse(sellerValue);
        if (reserve <= to) {
            String label = reserve > from ? "reserve " + Shown.of(reserve) : "no reserve needed";
            double y = reserve > from ? sellerValue : ironed.at(from);
            marks.add(Dots.one(look, reserve, y, label, Beside.BELOW_RIGHT));
        }
    }

    /** Marks what role {@code winner} pays where a rival of role {@code rival} is halfway above its reserve. */
    private boolean payment(int winner, int rival) {
        IronedVirtualValue own = IronedVirtualValue.of(roles.get(winner).type());
        IronedVirtualValue others = IronedVirtualValue.of(roles.get(rival).type());
        double top = roles.get(rival).type().upper();
        double rivalType = (others.inverse(sellerValue) + top) / 2;
        if (!(rivalType <= top)) {
            return false;
        }
        double toBeat = others.at(rivalType);
        double payment = own.inverse(toBeat);
        if (!(payment <= roles.get(winner).type().upper())) {
            return false;
        }
        marks.add(Line.between(Look.GUIDE, rivalType, toBeat, payment, toBeat));
        marks.add(Line.between(Look.GUIDE, payment, toBeat, payment, lowest()));
        boolean isRight = payment > rivalType;
        marks.add(Dots.one(
                Look.series(rival),
                rivalType,
                toBeat,
                shortName(rival) + " has " + Shown.of(rivalType),
                isRight ? Beside.ABOVE_LEFT : Beside.BELOW_RIGHT));
        marks.add(Dots.one(
                Look.series(winner),
                payment,
                toBeat,
                shortName(winner) + " pays " + Shown.of(payment),
                isRight ? Beside.BELOW_RIGHT : Beside.ABOVE_LEFT));
        return true;
    }

    private String shortName(int role) {
        String name = roles.get(role).name();
        return name.codePointCount(0, name.length()) <= NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…";
    }
}
