package dev.envelope.lab.plot.interim;

import dev.envelope.theory.audit.InterimPoint;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.envelope.PayoffEquivalence;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleFunction;

/**
 * q, m and U of some types of one agent in equilibrium: by payoff equivalence where it is known who wins, otherwise by
 * playing the mechanism. Agents are risk neutral.
 */
public final class InterimCurve {

    /** Into how many parts the support is divided. */
    private static final int PARTS = 20;

    private InterimCurve() {}

    /** The curve of agent {@code agent}. */
    public static List<InterimPoint> of(BayesianGame game, Equilibrium equilibrium, int agent) {
        ValueDistribution type = game.types().get(agent);
        DoubleFunction<InterimPoint> at = KnownAllocation.of(game)
                .map(allocation -> equivalent(new PayoffEquivalence(allocation), equilibrium, agent))
                .orElseGet(() -> played(game, equilibrium, agent));
        List<InterimPoint> curve = new ArrayList<>();
        for (double x : types(type, game.types().size())) {
            curve.add(at.apply(x));
        }
        return curve;
    }

    /** Evenly spaced ones, and ones between which the chance to be the highest of n grows evenly. */
    private static SortedSet<Double> types(ValueDistribution type, int n) {
        SortedSet<Double> types = new TreeSet<>();
        for (int k = 0; k <= PARTS; k++) {
            double share = k / (double) PARTS;
            types.add((1 - share) * type.lower() + share * type.upper());
            types.add(type.quantile(n > 2 ? StrictMath.pow(share, 1.0 / (n - 1)) : share));
        }
        return types;
    }

    private static DoubleFunction<InterimPoint> equivalent(
            PayoffEquivalence auction, Equilibrium equilibrium, int agent) {
        return type -> new InterimPoint(
                type,
                equilibrium.message(agent, type),
                auction.winProbability(agent, type),
                auction.payment(agent, type),
                auction.utility(agent, type),
                0);
    }

    /** The payoff of a message is linear in the type: q is its slope. */
    private static DoubleFunction<InterimPoint> played(BayesianGame game, Equilibrium equilibrium, int agent) {
        MessagePayoff payoff = MessagePayoff.of(game, equilibrium.strategies(), agent);
        double from = game.types().get(agent).lower();
        double to = game.types().get(agent).upper();
        return type -> {
            double message = equilibrium.message(agent, type);
            if (Double.isNaN(message)) {
                return new InterimPoint(type, Mechanism.ABSTAIN, 0, 0, 0, 0);
            }
            double atFrom = payoff.of(from, message);
            double slope = (payoff.of(to, message) - atFrom) / (to - from);
            double payment = slope * from - atFrom;
            return new InterimPoint(type, message, slope, payment, slope * type - payment, 0);
        };
    }
}
