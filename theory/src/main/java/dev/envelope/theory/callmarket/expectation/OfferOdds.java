package dev.envelope.theory.callmarket.expectation;

import dev.envelope.theory.numeric.Binomial;
import java.util.function.DoubleUnaryOperator;

/**
 * How an offer fares among the offers of others in a call market: probabilities of how many of them lie below a price.
 *
 * <p>Offers are independent, and alike within a side. For prices that are offered with probability 0.
 *
 * @param buyers m
 * @param bidBelow P(a buyer bids at most x)
 * @param sellers n
 * @param askBelow P(a seller asks at most x)
 */
public record OfferOdds(int buyers, DoubleUnaryOperator bidBelow, int sellers, DoubleUnaryOperator askBelow) {

    /** P(a buyer who bids {@code x} trades): fewer of the other m − 1 bids lie above x than asks below. */
    public double buyerTrades(double x) {
        return Binomial.sumAtLeast(buyers - 1, bidBelow.applyAsDouble(x), sellers, askBelow.applyAsDouble(x), buyers);
    }

    /** P(a seller who asks {@code x} trades): more bids lie above x than of the other n − 1 asks below. */
    public double sellerTrades(double x) {
        return 1
                - Binomial.sumAtLeast(
                        buyers, bidBelow.applyAsDouble(x), sellers - 1, askBelow.applyAsDouble(x), buyers);
    }

    /** P(the {@code j}-th lowest of all m + n offers is at most {@code x}). */
    public double orderStatisticBelow(int j, double x) {
        return Binomial.sumAtLeast(buyers, bidBelow.applyAsDouble(x), sellers, askBelow.applyAsDouble(x), j);
    }

    /** E[min(bids above {@code x}, asks below it)]: how many units could trade at x. */
    double tradesAt(double x) {
        double[] below = Binomial.tail(Binomial.pmf(sellers, askBelow.applyAsDouble(x)));
        double[] above = Binomial.tail(Binomial.pmf(buyers, 1 - bidBelow.applyAsDouble(x)));
        double sum = 0;
        for (int l = 1; l <= Math.min(buyers, sellers); l++) {
            sum += below[l] * above[l];
        }
        return sum;
    }
}
