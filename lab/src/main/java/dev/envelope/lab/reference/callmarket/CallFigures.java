package dev.envelope.lab.reference.callmarket;

import java.util.function.DoubleSupplier;

/** What truthful traders expect of a call market, in the unit of their types. */
interface CallFigures {

    /** What all gain, the house included. */
    double gains();

    /** How many units trade. */
    double trades();

    /** P(somebody trades). */
    double tradeProbability();

    /** P(fewer units trade than is efficient). */
    double reductionProbability();

    /** What the house keeps; negative where it pays in. */
    double surplus();

    /** What all buyers gain; {@code k} is asked for where the rules have one. */
    double buyerGains(DoubleSupplier k);

    /** The most that can be gained. */
    double firstBest();

    /** How many trades are efficient. */
    double efficientTrades();

    /** P(some trade is efficient). */
    double efficientTradeProbability();

    /** The price (1−k)·s_(m) + k·s_(m+1) of all offers in order, whether anybody trades or not. */
    double price(double k);

    /** The variance of the same. */
    double priceVariance(double k);

    /** The price of the k-double auction, given that somebody trades. */
    double priceOfTrade(double k);

    /** The variance of the same. */
    double priceVarianceOfTrade(double k);
}
