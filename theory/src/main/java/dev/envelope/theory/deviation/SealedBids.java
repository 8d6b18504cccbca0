package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The bids of one bidder's rivals in an auction of one object, every rival bidding by a function of its value that nowhere
 * falls: H(b) = Π_j P(β_j(X_j) ≤ b), the distribution of the highest of them.
 *
 * @param rivals the bids of each, at least one
 */
record SealedBids(List<PlayedBids> rivals) {

    /** Copies the list. */
    SealedBids {
        rivals = List.copyOf(rivals);
    }

    /** Bidders whose values are drawn from {@code types} and who bid by {@code bids}. */
    static SealedBids of(List<ValueDistribution> types, List<BidFunction> bids) {
        List<PlayedBids> rivals = new ArrayList<>();
        for (int j = 0; j < types.size(); j++) {
            boolean isAlike = j > 0
                    && types.get(j).equals(types.get(j - 1))
                    && bids.get(j).equals(bids.get(j - 1));
            rivals.add(isAlike ? rivals.get(j - 1) : PlayedBids.of(types.get(j), bids.get(j)));
        }
        return new SealedBids(rivals);
    }

    /** P(every rival bids below {@code bid}). */
    double below(double bid) {
        return product(rival -> rival.below(bid));
    }

    /** H({@code bid}): P(no rival bids above it). */
    double upTo(double bid) {
        return product(rival -> rival.upTo(bid));
    }

    /**
     * P({@code bid} wins) where equal bids are as likely to win: with a rank u of its own, uniform on [0, 1], it is before
     * an equal rival with probability u, so ∫_0^1 Π_j (P(below) + u·P(equal)) du.
     */
    double winning(double bid) {
        if (!hasAtom(bid)) {
            return below(bid);
        }
        double[] under = each(rival -> rival.below(bid));
        double[] over = each(rival -> rival.upTo(bid));
        return Quadrature.integrate(
                u -> {
                    double chance = 1;
                    for (int j = 0; j < under.length; j++) {
                        chance *= under[j] + u * (over[j] - under[j]);
                    }
                    return chance;
                },
                0,
                1);
    }

    /** The highest of the rivals' lowest bids: no lower bid can win. */
    double lowest() {
        return rivals.stream().mapToDouble(PlayedBids::lowest).max().orElseThrow();
    }

    /** The highest bid of any rival: a higher one wins no more often. */
    double highest() {
        return rivals.stream().mapToDouble(PlayedBids::highest).max().orElseThrow();
    }

    /** The bids at which H may not be smooth. */
    List<Double> ends() {
        return rivals.stream()
                .distinct()
                .flatMap(rival -> rival.ends().stream())
                .toList();
    }

    /** The bids that a rival makes with a positive probability, in increasing order. */
    List<Double> atoms() {
        return rivals.stream()
                .distinct()
                .flatMap(rival -> rival.atoms().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private boolean hasAtom(double bid) {
        return rivals.stream().anyMatch(rival -> rival.atoms().contains(bid));
    }

    private double product(ToDoubleFunction<PlayedBids> chance) {
        double product = 1;
        for (double factor : each(chance)) {
            product *= factor;
        }
        return product;
    }

    private double[] each(ToDoubleFunction<PlayedBids> chance) {
        double[] chances = new double[rivals.size()];
        for (int j = 0; j < chances.length; j++) {
            chances[j] =
                    j > 0 && rivals.get(j) == rivals.get(j - 1) ? chances[j - 1] : chance.applyAsDouble(rivals.get(j));
        }
        return chances;
    }
}
