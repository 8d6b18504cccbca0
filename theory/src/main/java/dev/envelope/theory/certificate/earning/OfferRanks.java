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
        return slope(from, to, 1);
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
        Slope first = slope(from, to, 1);
        Slope second = slope(from, to, 2);
        return new Slope(
                (1 - k) * first.least() + (k == 0 ? 0 : k * second.least()),
                (k == 1 ? 0 : (1 - k) * first.most()) + (k == 0 ? 0 : k * second.most()));
    }

    /** k·P(exactly m of the others are below). */
    @Override
    public Slope kept(double from, double to, double refund) {
        Box box = new Box(from, to);
        Slope exactly = box.exactly(sameCount, otherCount, sameCount + 1);
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

    /** Each rival's density times the chance that, without it, one fewer than {@code more} beyond m − 1 are below. */
    private Slope slope(double from, double to, int more) {
        Box box = new Box(from, to);
        int wanted = sameCount + more - 1;
        Slope ofOther = other.slope(from, to);
        Slope besideOther = box.exactly(sameCount, otherCount - 1, wanted);
        double least = otherCount * times(ofOther.least(), besideOther.least());
        double most = otherCount * times(ofOther.most(), besideOther.most());
        if (sameCount > 0) {
            Slope ofSame = same.slope(from, to);
            Slope besideSame = box.exactly(sameCount - 1, otherCount, wanted);
            least += sameCount * times(ofSame.least(), besideSame.least());
            most += sameCount * times(ofSame.most(), besideSame.most());
        }
        return new Slope(least, most);
    }

    private static double times(double slope, double factor) {
        return factor == 0 ? 0 : slope * factor;
    }

    /** The chances that a rival is below a message strictly between two. */
    private final class Box {

        private final double leastSame;
        private final double mostSame;
        private final double leastOther;
        private final double mostOther;

        Box(double from, double to) {
            this.leastSame = sameCount > 0 ? same.atMost(from) : 0;
            this.mostSame = sameCount > 0 ? Math.max(leastSame, same.below(to)) : 0;
            this.leastOther = other.atMost(from);
            this.mostOther = Math.max(leastOther, other.below(to));
        }

        /** Bounds on P({@code wanted} of so many on each side are below): sums of products of bounds. */
        Slope exactly(int ofSame, int ofOther, int wanted) {
            double least = 0;
            double most = 0;
            for (int i = Math.max(0, wanted - ofOther); i <= Math.min(ofSame, wanted); i++) {
                Slope one = point(ofSame, i, leastSame, mostSame);
                Slope two = point(ofOther, wanted - i, leastOther, mostOther);
                least += one.least() * two.least();
                most += one.most() * two.most();
            }
            return new Slope(least, Math.min(1, most));
        }

        /** Bounds on the binomial probability of {@code i} of {@code count}, which rises up to p = i/count and then falls. */
        private Slope point(int count, int i, double from, double to) {
            double atFrom = Binomial.equal(count, from, i);
            double atTo = Binomial.equal(count, to, i);
            double mode = count == 0 ? 0 : Math.max(from, Math.min(to, (double) i / count));
            return new Slope(Math.min(atFrom, atTo), Math.max(Math.max(atFrom, atTo), Binomial.equal(count, mode, i)));
        }
    }
}
