package dev.envelope.theory.capped;

import dev.envelope.theory.mechanism.AmendedMechanism;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;

/** An auction in which no bid above a highest one is admitted; a higher message counts as that bid. */
public interface CappedMechanism extends AmendedMechanism {

    /** The highest bid admitted, in the unit of the bids. */
    double highest();

    /** Higher messages tie with the highest bid. */
    @Override
    default double score(int agent, double message) {
        return auction().score(agent, Math.min(message, highest()));
    }

    @Override
    default MarketOutcome outcome(double[] messages, TieOrder ties) {
        double[] admitted =
                Arrays.stream(messages).map(bid -> Math.min(bid, highest())).toArray();
        return auction().outcome(admitted, ties);
    }
}
