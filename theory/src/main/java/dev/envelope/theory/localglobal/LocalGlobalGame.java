package dev.envelope.theory.localglobal;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Two locals, each of whom wants one of two objects, against a global bidder that wants both ("LLG"; Goeree &amp; Lien 2016;
 * Ausubel &amp; Baranov 2020).
 *
 * <p>The locals win where their bids add up to more than the global bid. The global bidder bids its value, which is weakly
 * dominant where its payment does not depend on its bid.
 *
 * @param local the distribution of a local's value, at least 0
 * @param globalUpper the highest global value, all from 0 being equally likely; at least what both
 *     locals bid at most, which depends on the payments: beyond it no bid would win more often
 * @param correlation the probability that both locals have the same value; otherwise theirs are independent
 */
public record LocalGlobalGame(ValueDistribution local, double globalUpper, double correlation) {

    private static final int TYPES_SEARCHED = 9;

    /** Checks the numbers. */
    public LocalGlobalGame {
        if (local.lower() < 0) {
            throw new IllegalArgumentException("local: values from " + local.lower() + " (expected: at least 0)");
        }
        if (!(globalUpper > 0) || Double.isInfinite(globalUpper)) {
            throw new IllegalArgumentException("globalUpper: " + globalUpper + " (expected: a number above 0)");
        }
        if (!(correlation >= 0 && correlation <= 1)) {
            throw new IllegalArgumentException("correlation: " + correlation + " (expected: 0 to 1)");
        }
    }

    /** The game of independent values. */
    public static LocalGlobalGame of(ValueDistribution local, double globalUpper) {
        return new LocalGlobalGame(local, globalUpper, 0);
    }

    /**
     * The locals' bids, which are best replies to each other.
     *
     * @throws IllegalArgumentException where two of the highest would exceed every global bid
     */
    public LocalBids bids(LocalPricing pricing) {
        LocalBids bids = LocalBids.of(this, pricing);
        double most = 2 * bids.at(local.upper());
        if (most > globalUpper) {
            throw new IllegalArgumentException("globalUpper: " + globalUpper
                    + " (expected: at least the most that two locals bid under these payments, " + most + ")");
        }
        return bids;
    }

    /** What the locals' equilibrium bids bring on average. */
    public LocalGlobalOutcome outcome(LocalPricing pricing) {
        return new LocalGlobalOutcome(bids(pricing));
    }

    /** The equilibrium: the two locals, then the global bidder. */
    public Equilibrium equilibrium(LocalPricing pricing) {
        LocalBids bids = bids(pricing);
        LocalGlobalOutcome outcome = new LocalGlobalOutcome(bids);
        Certificate certificate = new Certificate(
                Certificate.Kind.CLOSED_FORM,
                "Goeree and Lien (2016); Ausubel and Baranov (2020)",
                OptionalDouble.of(new LocalDeviation(bids).largestGain(TYPES_SEARCHED)),
                OptionalDouble.of(0));
        BidFunction local = pricing == LocalPricing.VCG ? BidFunction.TRUTH : bids::at;
        return new Equilibrium(
                "symmetric among the locals, the global bidder truthful",
                List.of(local, local, BidFunction.TRUTH),
                certificate,
                new Predictions(
                        outcome.revenue(),
                        outcome.welfare(),
                        outcome.firstBest(),
                        1,
                        List.of(outcome.localUtility(), outcome.localUtility(), outcome.globalUtility()),
                        List.of(outcome.localPayment(), outcome.localPayment(), outcome.globalPayment())));
    }
}
