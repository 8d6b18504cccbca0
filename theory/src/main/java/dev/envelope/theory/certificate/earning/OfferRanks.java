package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.MessageLaw.Slope;
import dev.envelope.theory.numeric.Binomial;
import dev.envelope.theory.numeric.GaussLegendre;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What a buyer's bid meets in a k-double auction of m buyers and n sellers, alike within their sides; a seller is a buyer of the
 * mirrored market. With H_j the law of the j-th lowest of the m + n − 1 other offers, a bid b wins with chance W = H_m and trades
 * at (1−k)·y(m) + k·min(b, y(m+1)), so that it earns (v − b)·W + ∫^b R, R = (1−k)·H_m + k·H_(m+1) (Satterthwaite &amp; Williams
 * 1989).
 *
 * @param same the law of the offers of the other {@code sameCount} on the same side
 * @param sameCount m − 1
 * @param other the law of the offers of the {@code otherCount} on the other side
 * @param otherCount n
 * @param k the weight of the upper end of the prices that clear the market
 */
public record OfferRanks(MessageLaw same, int sameCount, MessageLaw other, int otherCount, double k)
        implements Contest {

    @Override
    public double nobody() {
        return 0;
    }

    @Override
    public double lowest() {
        return sameCount > 0 ? Math.min(same.lowest(), other.lowest()) : other.lowest();
    }

    @Override
    public double highest() {
        return sameCount > 0 ? Math.max(same.highest(), other.highest()) : other.highest();
    }

    @Override
    public DoubleStream breakpoints() {
        DoubleStream others = Arrays.stream(other.breakpoints());
        return sameCount > 0 ? DoubleStream.concat(Arrays.stream(same.breakpoints()), others) : others;
    }

    @Override
    public double below(double message) {
        return atLeast(same.below(message), other.below(message), 1);
    }

    @Override
    public double atMost(double message) {
        return atLeast(same.atMost(message), other.atMost(message), 1);
    }

    /**
     * Whom an offer on the other side equals, it meets; equal ones on the same side are in random order, so that each of them is
     * behind with a chance that is even between 0 and 1, and common to all: a polynomial, of which a Gauss rule knows the integral.
     */
    @Override
    public double tied(double message) {
        double ofOther = other.atMost(message);
        double below = sameCount > 0 ? same.below(message) : 0;
        double atMost = sameCount > 0 ? same.atMost(message) : 0;
        if (below == atMost) {
            return atLeast(below, ofOther, 1);
        }
        double[] points = GaussLegendre.points(sameCount / 2 + 1);
        double[] weights = GaussLegendre.weights(points.length);
        double chance = 0;
        for (int i = 0; i < points.length; i++) {
            chance += weights[i] * atLeast(below + points[i] * (atMost - below), ofOther, 1);
        }
        return chance;
    }

    @Override
    public Slope slope(double from, double to) {
        return new Box(from, to).density(1);
    }

    @Override
    public double refundedBelow(double message) {
        return refunded(same.below(message), other.below(message));
    }

    @Override
    public double refundedAtMost(double message) {
        return refunded(same.atMost(message), other.atMost(message));
    }

    @Override
    public Slope refundedSlope(double from, double to) {
        Box box = new Box(from, to);
        return refunded(box.density(1), box);
    }

    /** k·P(exactly m of the others are below). */
    @Override
    public Slope kept(double from, double to, double refund) {
        return kept(new Box(from, to));
    }

    @Override
    public Spread spread(double from, double to, double refund) {
        Box box = new Box(from, to);
        Slope won = box.density(1);
        return new Spread(won, refunded(won, box), kept(box));
    }

    private Slope refunded(Slope first, Box box) {
        if (k == 0) {
            return first;
        }
        Slope second = box.density(2);
        return new Slope(
                (1 - k) * first.least() + k * second.least(),
                (k == 1 ? 0 : (1 - k) * first.most()) + k * second.most());
    }

    private Slope kept(Box box) {
        Slope exactly = box.exactly(sameCount + 1);
        return new Slope(k * exactly.least(), k * exactly.most());
    }

    private double refunded(double ofSame, double ofOther) {
        return (1 - k) * atLeast(ofSame, ofOther, 1) + k * atLeast(ofSame, ofOther, 2);
    }

    /** P(at least m − 1 + {@code more} of the others are below). */
    private double atLeast(double ofSame, double ofOther, int more) {
        return sameCount + more > sameCount + otherCount
                ? 0
                : Binomial.sumAtLeast(sameCount, ofSame, otherCount, ofOther, sameCount + more);
    }

    /** Messages strictly between two: the chances that a rival is below, how many are, and the density of each. */
    private final class Box {

        private final Slope ofSame;
        private final Slope ofOther;
        private final NumberBelow allOfSame;
        private final NumberBelow allOfOther;
        private final NumberBelow fewerOfSame;
        private final NumberBelow fewerOfOther;

        Box(double from, double to) {
            double leastSame = sameCount > 0 ? same.atMost(from) : 0;
            double mostSame = sameCount > 0 ? Math.max(leastSame, same.below(to)) : 0;
            double leastOther = other.atMost(from);
            double mostOther = Math.max(leastOther, other.below(to));
            this.ofSame = sameCount > 0 ? same.slope(from, to) : new Slope(0, 0);
            this.ofOther = other.slope(from, to);
            this.allOfSame = NumberBelow.of(sameCount, leastSame, mostSame);
            this.allOfOther = NumberBelow.of(otherCount, leastOther, mostOther);
            this.fewerOfSame = NumberBelow.of(sameCount - 1, leastSame, mostSame);
            this.fewerOfOther = NumberBelow.of(otherCount - 1, leastOther, mostOther);
        }

        /** P({@code wanted} of the others are below). */
        Slope exactly(int wanted) {
            return allOfSame.with(allOfOther, wanted);
        }

        /** Each rival's density times the chance that, without it, one fewer than {@code more} beyond m − 1 are below. */
        Slope density(int more) {
            int wanted = sameCount + more - 1;
            Slope besideSame = fewerOfSame.with(allOfOther, wanted);
            Slope besideOther = allOfSame.with(fewerOfOther, wanted);
            return new Slope(
                    sameCount * times(ofSame.least(), besideSame.least())
                            + otherCount * times(ofOther.least(), besideOther.least()),
                    sameCount * times(ofSame.most(), besideSame.most())
                            + otherCount * times(ofOther.most(), besideOther.most()));
        }

        private static double times(double slope, double factor) {
            return factor == 0 ? 0 : slope * factor;
        }
    }
}
