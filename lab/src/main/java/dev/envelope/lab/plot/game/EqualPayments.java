package dev.envelope.lab.plot.game;

import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import dev.envelope.lab.plot.Sampling;
import dev.envelope.lab.plot.interim.KnownAllocation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.symmetric.SymmetricAuction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Payoff equivalence among alike bidders: what a type expects to pay in a first-price, a second-price and an all-pay auction in
 * which the same types take part, each by its own formula, and, where all do, in the balanced mechanism, whose payments have the
 * same shape from another start (Krishna, Proposition 5.2).
 */
final class EqualPayments {

    static final String FIRST_PRICE = "first price: β(x)·G(x)";
    static final String SECOND_PRICE = "second price: E[price; win]";
    static final String ALL_PAY = "all-pay: the bid";
    static final String BALANCED = "balanced (AGV)";

    private static final int DOTS = 11;
    private static final double ACCURACY = 1e-11;

    private final ValueDistribution type;
    private final int bidders;
    private final double cutOff;

    private EqualPayments(ValueDistribution type, int bidders, double cutOff) {
        this.type = type;
        this.bidders = bidders;
        this.cutOff = cutOff;
    }

    static List<Picture> of(PlottedGame plotted) {
        int bidders = plotted.game().types().size();
        boolean isAlike =
                plotted.isAuctionOfOneObject() && plotted.unlikeRoles().size() == 1;
        ValueDistribution type = plotted.game().types().get(0);
        if (!isAlike || bidders < 2 || !plotted.game().isRiskNeutral() || type.lower() < 0) {
            return List.of();
        }
        double cutOff = KnownAllocation.least(plotted.game());
        return cutOff < type.upper() ? List.of(new EqualPayments(type, bidders, cutOff).picture()) : List.of();
    }

    private Picture picture() {
        double to = type.upper();
        List<Mark> marks = new ArrayList<>();
        marks.add(new Line(FIRST_PRICE, Look.FIRST, Sampling.of(this::firstPrice, cutOff, to)));
        marks.add(new Line(SECOND_PRICE, Look.SECOND, Sampling.of(this::secondPrice, cutOff, to)));
        marks.add(new Dots(
                ALL_PAY,
                Look.THIRD,
                IntStream.range(0, DOTS)
                        .mapToDouble(i -> cutOff + (to - cutOff) * i / (DOTS - 1.0))
                        .mapToObj(x -> Dots.Dot.plain(x, allPay(x)))
                        .toList()));
        if (cutOff <= type.lower()) {
            marks.add(new Line(BALANCED, Look.FOURTH, balanced()));
        }
        return Picture.of(
                "payments",
                "Payoff equivalence: payments of one shape",
                new Axis("value x", type.lower(), to),
                Axis.high("expected payment", marks),
                marks);
    }

    private double firstPrice(double x) {
        SymmetricAuction auction = SymmetricAuction.of(type, bidders, cutOff);
        return auction.firstPriceBid(x) * highest(x);
    }

    /** r·G(r) + ∫_r^x y dG(y). */
    private double secondPrice(double x) {
        return cutOff * highest(cutOff) + integral(y -> y, cutOff, x);
    }

    /** In an all-pay auction in which the minimum bid lets the same types take part. */
    private double allPay(double x) {
        double minimum = cutOff * highest(cutOff);
        return new SymmetricAuction(type, bidders, 0, minimum).allPayBid(x, minimum);
    }

    /** E[e(X)] − e(x), the expected externality of type x being e(x) = ∫_x^w y dG(y). */
    private List<Point> balanced() {
        double from = type.lower();
        double to = type.upper();
        double mean = integral(y -> y * type.cdf(y), from, to);
        return Sampling.of(x -> mean - integral(y -> y, x, to), from, to);
    }

    /** ∫ f dG. */
    private double integral(DoubleUnaryOperator f, double from, double to) {
        DoubleUnaryOperator weighted =
                y -> f.applyAsDouble(y) * (bidders - 1) * StrictMath.pow(type.cdf(y), bidders - 2.0) * type.density(y);
        return from < to
                ? Quadrature.integrateWithin(ACCURACY * type.upper(), weighted, Kinks.between(from, to, type.kinks()))
                : 0;
    }

    private double highest(double x) {
        return StrictMath.pow(type.cdf(x), bidders - 1.0);
    }
}
