package dev.envelope.theory.commonvalue;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The wallet game: n bidders, each of whom knows what is in its own wallet, bid for all that is in all of them (Klemperer
 * 1998; Milgrom &amp; Weber 1982 for independent signals).
 *
 * <p>Second price: β(x) = v(x,x) = 2x + (n−2)·E[X | X ≤ x], so 2x with two. First price: β(x) = E[v(Y,Y) | Y ≤ x], Y the
 * highest other wallet. Ascending: with k bidders left, whoever has x stays up to k·x and the wallets of those that left. These
 * take in the same on average. Checked by {@code WalletGameTest}.
 *
 * @param wallet the distribution of what is in a wallet
 * @param bidders n, at least 2
 */
public record WalletGame(ValueDistribution wallet, int bidders) {

    private static final int TYPES_SEARCHED = 5;
    private static final int GRID = 32;

    /** Checks the number. */
    public WalletGame {
        if (bidders < 2) {
            throw new IllegalArgumentException("bidders: " + bidders + " (expected: at least 2)");
        }
    }

    /** The symmetric equilibrium bid of whoever has {@code own} in its wallet. */
    public double bid(CommonPricing pricing, double own) {
        return pricing == CommonPricing.SECOND_PRICE ? tiedValue(own) : firstPriceBid(own);
    }

    /**
     * Up to where a bidder stays in an ascending auction.
     *
     * @param own what is in its wallet
     * @param left what is in the wallets of those that have left, as their leaving told
     */
    public double dropOut(double own, List<Double> left) {
        if (left.size() > bidders - 2) {
            throw new IllegalArgumentException(
                    "left: " + left.size() + " wallets (expected: at most " + (bidders - 2) + ")");
        }
        double known = left.stream().mapToDouble(Double::doubleValue).sum();
        return (bidders - left.size()) * own + known;
    }

    /**
     * One of a continuum of asymmetric equilibria of the second price between two: bids {@code slope}·x and
     * slope/(slope−1)·y. Whoever wins pays at most what both wallets hold, whatever the other holds.
     *
     * @param slope above 1; 2 is the symmetric equilibrium, and near 1 the first bidder hardly ever wins
     */
    public List<BidFunction> asymmetric(double slope) {
        if (bidders != 2) {
            throw new IllegalArgumentException("bidders: " + bidders + " (expected: 2)");
        }
        if (!(slope > 1) || Double.isInfinite(slope)) {
            throw new IllegalArgumentException("slope: " + slope + " (expected: a finite number above 1)");
        }
        return List.of(x -> slope * x, y -> slope / (slope - 1) * y);
    }

    /** What the seller expects to take in, the same for both pricings. */
    public double revenue() {
        return mean(u ->
                tiedValue(wallet.quantile(u)) * bidders * (bidders - 1) * StrictMath.pow(u, bidders - 2) * (1 - u));
    }

    /** E[all wallets | own wallet {@code own}]: the bid of whoever forgets what winning means. */
    public double estimate(double own) {
        return own + (bidders - 1) * wallet.mean();
    }

    /** E[all wallets | own wallet {@code own} is the fullest]. */
    public double estimateOnWinning(double own) {
        return own + (bidders - 1) * meanBelow(own);
    }

    /** What the winner gains on average where all bid {@link #estimate}; negative where they lose money. */
    public double naiveProfit(CommonPricing pricing) {
        double n = bidders;
        return n * wallet.mean()
                - mean(u -> estimate(wallet.quantile(u))
                        * (pricing == CommonPricing.FIRST_PRICE
                                ? n * StrictMath.pow(u, n - 1)
                                : n * (n - 1) * StrictMath.pow(u, n - 2) * (1 - u)));
    }

    /** The expected payoff of {@code own} with the bid of {@code like}, by integrating over the fullest other wallet. */
    public double payoff(CommonPricing pricing, double own, double like) {
        double fixed = bid(pricing, like);
        return integrate(wallet.cdf(like), u -> {
            double y = wallet.quantile(u);
            double price = pricing == CommonPricing.FIRST_PRICE ? fixed : tiedValue(y);
            return (own + y + (bidders - 2) * meanBelow(y) - price) * weight(u);
        });
    }

    /** The symmetric equilibrium with what a search for better bids found. */
    public Equilibrium equilibrium(CommonPricing pricing) {
        BidFunction bid = own -> bid(pricing, own);
        double value = bidders * wallet.mean();
        double revenue = revenue();
        Certificate certificate = new Certificate(
                Certificate.Kind.CLOSED_FORM,
                "Milgrom and Weber (1982); Klemperer (1998)",
                OptionalDouble.of(largestGain(pricing)),
                OptionalDouble.of(0));
        return new Equilibrium(
                "symmetric",
                Collections.nCopies(bidders, bid),
                certificate,
                new Predictions(revenue, value, value, 1, Collections.nCopies(bidders, (value - revenue) / bidders))
                        .withEqualPayments());
    }

    private double largestGain(CommonPricing pricing) {
        double largest = 0;
        for (int i = 0; i < TYPES_SEARCHED; i++) {
            double own = wallet.quantile((i + 0.5) / TYPES_SEARCHED);
            double prescribed = payoff(pricing, own, own);
            for (int k = 0; k <= GRID; k++) {
                largest = Math.max(largest, payoff(pricing, own, wallet.quantile(k / (double) GRID)) - prescribed);
            }
        }
        return largest;
    }

    private double tiedValue(double own) {
        return 2 * own + (bidders - 2) * meanBelow(own);
    }

    private double firstPriceBid(double own) {
        double below = wallet.cdf(own);
        return below == 0
                ? bidders * own
                : integrate(below, u -> tiedValue(wallet.quantile(u)) * weight(u))
                        / StrictMath.pow(below, bidders - 1.0);
    }

    /** E[X | X ≤ x]. */
    private double meanBelow(double x) {
        double below = wallet.cdf(x);
        return below == 0
                ? x
                : x - Quadrature.integrate(wallet::cdf, Kinks.between(wallet.lower(), x, wallet.kinks())) / below;
    }

    /** The density of the rank of the fullest of n−1 wallets. */
    private double weight(double rank) {
        return (bidders - 1) * StrictMath.pow(rank, bidders - 2.0);
    }

    private double mean(DoubleUnaryOperator ofRank) {
        return integrate(1, ofRank);
    }

    private double integrate(double to, DoubleUnaryOperator ofRank) {
        double accuracy = 1e-12 * Math.max(Math.abs(wallet.lower()), Math.abs(wallet.upper()));
        return Quadrature.integrateWithin(
                accuracy,
                ofRank,
                Kinks.between(0, to, wallet.kinks().stream().map(wallet::cdf).toList()));
    }
}
