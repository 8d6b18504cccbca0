package dev.envelope.theory.audit.interim;

import dev.envelope.theory.certificate.AverageEarnings;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.deviation.StrongestRival;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.List;
import java.util.Optional;

/** What one agent's messages bring on average over the others' types, by quadrature. */
public interface Earnings {

    /**
     * The strategies with which averages in {@code game} are single integrals: the same, or as {@link AverageEarnings#inPieces} follows them;
     * empty where they are not.
     */
    static Optional<List<BidFunction>> followed(BayesianGame game, List<BidFunction> strategies) {
        if (StrongestRival.obstacle(game, strategies).isEmpty()) {
            return Optional.of(strategies);
        }
        if (!AverageEarnings.isKnown(game, strategies)) {
            return Optional.empty();
        }
        boolean isTruth = strategies.stream().allMatch(BidFunction.TRUTH::equals);
        return Optional.of(isTruth ? strategies : AverageEarnings.inPieces(game, strategies));
    }

    /** What agent {@code agent} earns with such strategies. */
    static Earnings of(BayesianGame game, List<BidFunction> strategies, int agent) {
        return StrongestRival.obstacle(game, strategies).isPresent()
                ? RankedEarnings.of(game, strategies, agent)
                : PlayedEarnings.of(game, strategies, agent);
    }

    /** What {@code message} brings. */
    Brought brought(double message);

    /** q of {@code message}. */
    double allocation(double message);

    /** Whether {@link #best} is so quick that it may be asked for every type that is looked at. */
    boolean isQuick();

    /** The best message found for {@code type}. */
    BestResponse.Reply best(double type);

    /**
     * What a message brings: the payoff is linear in the type, so that q is its slope.
     *
     * @param allocation q
     * @param payment m
     * @param externality what is brought beside the part of one's type and the payment
     */
    record Brought(double allocation, double payment, double externality) {

        /** What {@code type} gets. */
        double payoff(double type) {
            return type * allocation + externality - payment;
        }
    }
}
