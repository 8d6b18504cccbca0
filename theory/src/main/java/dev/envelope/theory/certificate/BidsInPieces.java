package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bid functions whose messages and types can be asked for fast: in lines or cubics, whatever they are worked out from. */
public final class BidsInPieces {

    private BidsInPieces() {}

    /**
     * The {@code strategies} of agents of {@code types}, to within {@code accuracy}; equal ones of equal types are one. Those in pieces and
     * those that nobody bids by stay as they are.
     */
    public static List<BidFunction> of(
            List<ValueDistribution> types, List<? extends BidFunction> strategies, double accuracy) {
        Map<List<Object>, BidFunction> known = new HashMap<>();
        List<BidFunction> pieces = new ArrayList<>();
        for (int j = 0; j < strategies.size(); j++) {
            ValueDistribution type = types.get(j);
            BidFunction strategy = strategies.get(j);
            pieces.add(known.computeIfAbsent(List.of(type, strategy), unseen -> of(strategy, type, accuracy)));
        }
        return pieces;
    }

    private static BidFunction of(BidFunction strategy, ValueDistribution type, double accuracy) {
        if (strategy instanceof PiecewiseLinearBid || strategy instanceof PiecewiseCubicBid) {
            return strategy;
        }
        double first = new Trader(type, strategy, false).firstActive();
        return first < type.upper()
                ? PiecewiseCubicBid.through(
                        strategy::message, accuracy, Kinks.between(first, type.upper(), type.kinks()))
                : strategy;
    }
}
