package dev.envelope.theory.callmarket;

import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;

/**
 * The rules of a call market: m buyers, who are the agents 0 … m − 1, and n sellers, the agents m … m + n − 1, of one unit each.
 *
 * <p>Bids are sorted b(1) ≥ b(2) ≥ … and asks s(1) ≤ s(2) ≤ …; L is the last l with b(l) ≥ s(l). The best bids trade with the best
 * asks; where the last of them ties with others, the tie order says who trades, so that there are never more buyers than
 * sellers.
 */
public interface CallMechanism extends Mechanism {

    /** m, how many buyers there are, at least 1. */
    int buyers();

    /** n, how many sellers there are, at least 1. */
    int sellers();

    /** Says how many units trade at which prices, by {@link Clearing#settle}, once the offers are sorted. */
    void settle(Clearing clearing);

    /** Refuses messages that these rules do not admit beyond those that no mechanism does. */
    void checkMessages(double[] messages);

    @Override
    default int agents() {
        return buyers() + sellers();
    }

    @Override
    default Side side(int agent) {
        return agent < buyers() ? Side.BUYER : Side.SELLER;
    }

    @Override
    default boolean treatsAlike(int one, int other) {
        return side(one) == side(other);
    }

    /**
     * The same as {@link #outcome}, left in {@code clearing}; allocates nothing.
     *
     * @param clearing of this number of buyers and sellers; what it held is overwritten
     */
    default void clear(double[] messages, TieOrder ties, Clearing clearing) {
        Profile.check(messages, ties, agents());
        checkMessages(messages);
        clearing.sort(messages);
        settle(clearing);
        clearing.allot(messages, ties);
    }

    @Override
    default MarketOutcome outcome(double[] messages, TieOrder ties) {
        Clearing clearing = Clearing.of(buyers(), sellers());
        clear(messages, ties, clearing);
        return clearing.outcome();
    }
}
