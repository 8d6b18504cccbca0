package dev.envelope.theory.mechanism;

import java.util.List;

/**
 * One object offered to one buyer after another, each at its own price; the first that accepts has it. A message is the most that
 * a buyer would accept, so that its value is a weakly dominant one.
 */
public interface PricedOffers extends Mechanism {

    /** The price offered to each buyer, in the order of the offers. */
    List<Double> prices();

    @Override
    default int agents() {
        return prices().size();
    }

    @Override
    default boolean isDirect() {
        return true;
    }

    /** A sale to the first whose message is at least its price; who abstains declines. */
    @Override
    default MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.check(messages, ties, agents());
        for (int i = 0; i < messages.length; i++) {
            if (messages[i] >= prices().get(i)) {
                return MarketOutcome.sale(messages.length, i, prices().get(i));
            }
        }
        return MarketOutcome.nothing(messages.length);
    }
}
