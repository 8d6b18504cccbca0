package dev.envelope.theory.mechanism;

import java.util.List;

/** The sale of one object to bidders that report their values, and that differ by nothing but how likely these are. */
public interface DirectSale extends Mechanism {

    /** The distribution of each bidder's value. */
    List<?> types();

    @Override
    default int agents() {
        return types().size();
    }

    @Override
    default boolean isDirect() {
        return true;
    }

    @Override
    default boolean treatsAlike(int one, int other) {
        return types().get(one).equals(types().get(other));
    }
}
