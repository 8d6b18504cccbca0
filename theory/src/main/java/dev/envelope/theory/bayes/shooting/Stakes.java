package dev.envelope.theory.bayes.shooting;

import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.preference.Utility;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a bid costs whoever wins with it and whoever loses with it, by playing the mechanism against one rival.
 *
 * <p>Only of mechanisms in which the rival's bid decides who wins and nothing else, which is seen at {@value #PROBES} bids.
 */
final class Stakes {

    private static final int PROBES = 16;
    private static final double STEP = 1e-5;

    private final Mechanism mechanism;
    private final Utility utility;
    private final double lowest;
    private final double range;
    private final double least;

    private Stakes(BayesianGame game) {
        this.mechanism = game.mechanism();
        this.utility = game.utility();
        this.lowest =
                game.types().stream().mapToDouble(type -> type.lower()).min().orElseThrow();
        double highest =
                game.types().stream().mapToDouble(type -> type.upper()).max().orElseThrow();
        this.range = highest - lowest;
        double below = Math.min(0, lowest) - range;
        this.least = wins(below, Mechanism.ABSTAIN)
                ? Double.NEGATIVE_INFINITY
                : Bisection.first(below, highest, bid -> wins(bid, Mechanism.ABSTAIN));
    }

    /** What is at stake in {@code game}, whose agents are bidders for one object; empty where rivals' bids are paid. */
    static Optional<Stakes> of(BayesianGame game) {
        Stakes stakes = new Stakes(game);
        return stakes.isOwnBidPaid() ? Optional.of(stakes) : Optional.empty();
    }

    private boolean isOwnBidPaid() {
        double from = Math.max(lowest, least);
        double width = lowest + range - from;
        boolean isOwn = width > 0;
        for (int i = 1; i < PROBES && isOwn; i++) {
            double bid = from + width * i / PROBES;
            double lower = from + width * (i - 0.5) / PROBES;
            double higher = from + width * (i + 0.5) / PROBES;
            isOwn = wins(bid, Mechanism.ABSTAIN)
                    && wins(bid, lower)
                    && !wins(bid, higher)
                    && played(bid, lower).payment(0) == winner(bid)
                    && played(bid, (from + lower) / 2).payment(0) == winner(bid)
                    && played(bid, higher).payment(0) == loser(bid);
        }
        return isOwn;
    }

    /** The lowest bid that counts; −∞ where every bid does. */
    double least() {
        return least;
    }

    /** The largest less the smallest type. */
    double range() {
        return range;
    }

    double lowestType() {
        return lowest;
    }

    /** What a winner with {@code bid} pays. */
    double winner(double bid) {
        return played(bid, Mechanism.ABSTAIN).payment(0);
    }

    /** What a loser with {@code bid} pays. */
    double loser(double bid) {
        return played(bid, lowest + 2 * range + Math.abs(bid)).payment(0);
    }

    /** Whether a loser pays nothing for any of the bids up to {@code bid}. */
    boolean isLosingFree(double bid) {
        return loser(bid) == 0;
    }

    /** By how much winning is better than losing, in money. */
    double margin(double type, double bid) {
        return type - winner(bid) + loser(bid);
    }

    /** The expected utility of {@code type} where {@code bid} wins with probability {@code chance}. */
    double payoff(double type, double bid, double chance) {
        return chance * utility.of(type - winner(bid)) + (1 - chance) * utility.of(-loser(bid));
    }

    /** By which share the chance to win has to rise with the bid, per unit, for {@code type} not to want another bid. */
    double growth(double type, double bid, double chance) {
        double from = Math.max(least, bid - STEP * range);
        double to = bid + STEP * range;
        double won = (winner(to) - winner(from)) / (to - from);
        double lost = (loser(to) - loser(from)) / (to - from);
        double gain = type - winner(bid);
        double loss = -loser(bid);
        double cost =
                chance * won * utility.marginal(gain) + (lost == 0 ? 0 : (1 - chance) * lost * utility.marginal(loss));
        return cost / (chance * (utility.of(gain) - utility.of(loss)));
    }

    private boolean wins(double bid, double other) {
        return played(bid, other).units(0) == 1;
    }

    private MarketOutcome played(double bid, double other) {
        double[] profile = new double[mechanism.agents()];
        Arrays.fill(profile, Mechanism.ABSTAIN);
        profile[0] = bid;
        profile[1] = other;
        return mechanism.outcome(profile, TieOrder.byIndex(profile.length));
    }
}
