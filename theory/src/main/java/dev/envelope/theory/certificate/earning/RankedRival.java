package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.MessageLaw.Slope;
import dev.envelope.theory.certificate.law.RivalLaws;
import dev.envelope.theory.numeric.GaussLegendre;
import dev.envelope.theory.numeric.PoissonBinomial;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a bid meets where L units go to the highest bids, one each: it wins where at most L−1 rivals bid more. With H_k(b) = P(fewer than k
 * rivals are above b), W = H_L, and R is H_L where the highest rejected bid is paid, H_(L−1) where the lowest accepted one is, the
 * (L−1)-st highest of the rivals' or one's own: ∫^b (b − y) dH_(L−1)(y) = ∫^b H_(L−1) comes back to who bids b.
 */
public final class RankedRival extends RivalContest {

    private final double[] present;
    private final int units;
    private final int refunded;
    private Chances above = Chances.NONE;
    private Chances aboveOrAt = Chances.NONE;

    RankedRival(RivalLaws rivals, UnitDemandAuction auction) {
        super(rivals);
        this.present = laws.stream().mapToDouble(law -> 1 - law.silent()).toArray();
        this.units = auction.objects();
        boolean isLowestAcceptedPaid = auction.auction().pricing() == UnitPricing.LOWEST_ACCEPTED;
        this.refunded = isLowestAcceptedPaid ? units - 1 : units;
    }

    @Override
    public double nobody() {
        return fewerThan(units, present);
    }

    /** The L-th highest of the rivals' lowest. */
    @Override
    public double lowest() {
        List<Double> lowest = new ArrayList<>();
        for (int j = 0; j < counts.length; j++) {
            MessageLaw law = laws.get(j);
            lowest.addAll(Collections.nCopies(counts[j], law.silent() > 0 ? Double.NEGATIVE_INFINITY : law.lowest()));
        }
        lowest.sort(Collections.reverseOrder());
        return lowest.size() < units ? Double.NEGATIVE_INFINITY : lowest.get(units - 1);
    }

    @Override
    public double below(double message) {
        return fewerThan(units, aboveOrAt(message));
    }

    @Override
    public double atMost(double message) {
        return fewerThan(units, above(message));
    }

    /**
     * Equal bids are in random order, so that each is before one's own with a chance that is even between 0 and 1, and common to all: a
     * polynomial, of which a Gauss rule knows the integral.
     */
    @Override
    public double tied(double message) {
        double[] atOrAbove = aboveOrAt(message);
        double[] above = above(message);
        if (Arrays.equals(atOrAbove, above)) {
            return fewerThan(units, above);
        }
        double[] points = GaussLegendre.points(Arrays.stream(counts).sum() / 2 + 1);
        double[] weights = GaussLegendre.weights(points.length);
        double chance = 0;
        for (int i = 0; i < points.length; i++) {
            double[] before = new double[above.length];
            for (int j = 0; j < before.length; j++) {
                before[j] = above[j] + points[i] * (atOrAbove[j] - above[j]);
            }
            chance += weights[i] * fewerThan(units, before);
        }
        return chance;
    }

    @Override
    public Slope slope(double from, double to) {
        return new Box(from, to).slope(units);
    }

    @Override
    public double refundedBelow(double message) {
        return fewerThan(refunded, aboveOrAt(message));
    }

    @Override
    public double refundedAtMost(double message) {
        return fewerThan(refunded, above(message));
    }

    @Override
    public Slope refundedSlope(double from, double to) {
        return new Box(from, to).slope(refunded);
    }

    @Override
    public Slope kept(double from, double to, double refund) {
        return new Box(from, to).kept(refund);
    }

    @Override
    public Spread spread(double from, double to, double refund) {
        Box box = new Box(from, to);
        Slope won = box.slope(units);
        return new Spread(won, refund == 0 || refunded == units ? won : box.slope(refunded), box.kept(refund));
    }

    /** The chance of each kind to be no lower than {@code message}: the same are asked for a few times in a row. */
    private double[] aboveOrAt(double message) {
        if (aboveOrAt.message != message) {
            double[] chances = new double[present.length];
            for (int j = 0; j < chances.length; j++) {
                chances[j] = Math.max(0, present[j] - laws.get(j).below(message));
            }
            aboveOrAt = new Chances(message, chances);
        }
        return aboveOrAt.chances;
    }

    /** The chance of each kind to be higher than {@code message}. */
    private double[] above(double message) {
        if (above.message != message) {
            double[] chances = new double[present.length];
            for (int j = 0; j < chances.length; j++) {
                chances[j] = Math.max(0, present[j] - laws.get(j).atMost(message));
            }
            above = new Chances(message, chances);
        }
        return above.chances;
    }

    private double fewerThan(int k, double... chances) {
        return PoissonBinomial.atMost(k - 1, chances, counts);
    }

    private static double times(double slope, double factor) {
        return factor == 0 ? 0 : slope * factor;
    }

    /** What was last computed: the chances of each kind at a message, not to be changed. */
    private static final class Chances {

        private static final Chances NONE = new Chances(Double.NaN);

        private final double message;
        private final double[] chances;

        Chances(double message, double... chances) {
            this.message = message;
            this.chances = chances;
        }
    }

    /** Messages strictly between two: the chances that rivals are above, and the density of each. */
    private final class Box {

        private final double[] least;
        private final double[] most;
        private final Slope[] densities = new Slope[counts.length];

        Box(double from, double to) {
            this.most = above(from);
            this.least = aboveOrAt(to).clone();
            for (int j = 0; j < least.length; j++) {
                least[j] = Math.min(least[j], most[j]);
                densities[j] = laws.get(j).slope(from, to);
            }
        }

        /** H_k′: each rival's density times the chance that exactly k−1 of the others are above. */
        Slope slope(int k) {
            double low = 0;
            double high = 0;
            for (int j = 0; j < counts.length && k > 0; j++) {
                int[] others = counts.clone();
                others[j]--;
                Slope pivotal = exactly(k - 1, others);
                low += counts[j] * times(densities[j].least(), pivotal.least());
                high += counts[j] * times(densities[j].most(), pivotal.most());
            }
            return new Slope(low, high);
        }

        /** (1 − refund)·H_L and, where it is not H_L that comes back, refund·P(exactly L−1 rivals are above). */
        Slope kept(double refund) {
            double share = 1 - refund;
            double low = share == 0 ? 0 : share * fewerThan(units, most);
            double high = share == 0 ? 0 : share * fewerThan(units, least);
            if (refunded == units || refund == 0) {
                return new Slope(low, high);
            }
            Slope exactly = exactly(units - 1, counts);
            return new Slope(low + refund * exactly.least(), high + refund * exactly.most());
        }

        /** Bounds on P({@code wanted} of so many of each kind are above). */
        Slope exactly(int wanted, int... rivals) {
            NumberBelow none = NumberBelow.of(0, 0, 0);
            NumberBelow all = none;
            for (int j = 0; j < rivals.length; j++) {
                all = all.and(NumberBelow.of(rivals[j], least[j], most[j]), wanted);
            }
            return all.with(none, wanted);
        }
    }
}
