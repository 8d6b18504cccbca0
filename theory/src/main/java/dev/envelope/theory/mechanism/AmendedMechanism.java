package dev.envelope.theory.mechanism;

/**
 * The rules of another mechanism with one of them amended, such as a fee to enter or a highest bid: the same agents trade the
 * same objects on the same sides, and what is not amended is as the other has it.
 */
public interface AmendedMechanism extends Mechanism {

    /** The rules before they were amended. */
    Mechanism auction();

    @Override
    default int agents() {
        return auction().agents();
    }

    @Override
    default Side side(int agent) {
        return auction().side(agent);
    }

    @Override
    default int objects() {
        return auction().objects();
    }

    @Override
    default double sellerValue() {
        return auction().sellerValue();
    }

    @Override
    default boolean treatsAlike(int one, int other) {
        return auction().treatsAlike(one, other);
    }

    @Override
    default double score(int agent, double message) {
        return auction().score(agent, message);
    }

    @Override
    default boolean isDirect() {
        return auction().isDirect();
    }
}
