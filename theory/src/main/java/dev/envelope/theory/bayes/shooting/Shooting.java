package dev.envelope.theory.bayes.shooting;

import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.List;
import java.util.Optional;

/**
 * Bids that meet the first-order conditions of an auction in which a bidder's payment depends on its own bid alone, whatever it is:
 * among bidders of several kinds, with a least bid, entry fees and risk aversion.
 *
 * <p>Kinds start together from a highest bid that is searched by bisection: from a bid too high somebody gains nothing before the
 * least bid is reached, from one too low everybody still gains there. Sufficient conditions are not looked at: that nobody gains
 * by another bid has to be verified. Checked by {@code ShootingTest}.
 */
public final class Shooting {

    private static final double ACCURACY = 1e-11;
    private static final int DOUBLINGS = 4;
    private static final int HALVINGS = 60;

    private final FirstOrder conditions;
    private final BidPath path;

    private Shooting(FirstOrder conditions, BidPath path) {
        this.conditions = conditions;
        this.path = path;
    }

    /** Whether what bidders pay in {@code game} depends on their own bids alone; agents are alike to the mechanism. */
    public static boolean isPossible(BayesianGame game) {
        return Stakes.of(game).isPresent();
    }

    /**
     * The bids of {@code kinds} in {@code game}; empty where none was found, such as where types of a kind leave a gap in its bids.
     *
     * @param kinds all bidders, at least two
     */
    public static Optional<Shooting> of(BayesianGame game, List<BidderKind> kinds) {
        FirstOrder conditions = new FirstOrder(kinds, Stakes.of(game).orElseThrow());
        double low = Math.max(conditions.stakes().least(), conditions.stakes().lowestType());
        double high = conditions.stakes().lowestType() + conditions.stakes().range();
        for (int i = 0; i < DOUBLINGS && !isTooHigh(conditions, high); i++) {
            low = high;
            high += conditions.stakes().range();
        }
        for (int i = 0; i < HALVINGS && high - low > Math.ulp(high); i++) {
            double middle = low + (high - low) / 2;
            if (isTooHigh(conditions, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Descent last = new Descent(conditions, high, ACCURACY);
        boolean isFound = last.isTooHigh();
        BidPath path = new BidPath(last.points());
        return isFound && path.isRising() ? Optional.of(new Shooting(conditions, path)) : Optional.empty();
    }

    private static boolean isTooHigh(FirstOrder conditions, double top) {
        return new Descent(conditions, top, ACCURACY).isTooHigh();
    }

    /** The bid function of kind {@code kind}, in the order in which they were given. */
    public BidFunction strategy(int kind) {
        return new Strategy(conditions, path, kind).bidFunction();
    }

    /** What a bidder of kind {@code kind} can expect before it knows its type. */
    public Expected expected(int kind) {
        return new Strategy(conditions, path, kind).expected();
    }

    /**
     * Averages over a bidder's types.
     *
     * @param allocation E[q], the chance to win
     * @param payment E[m]
     * @param gains E[x·q]
     */
    public record Expected(double allocation, double payment, double gains) {

        Expected and(Expected other) {
            return new Expected(allocation + other.allocation, payment + other.payment, gains + other.gains);
        }
    }
}
