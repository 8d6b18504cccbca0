package dev.envelope.theory.callmarket;

import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.function.Consumer;

/** All message profiles on a small grid, and what an agent earns at one. */
final class Profiles {

    private Profiles() {}

    /** Every profile of {@code agents} messages from {@code grid}; the array is used again. */
    static void each(int agents, double[] grid, Consumer<double[]> check) {
        double[] profile = new double[agents];
        int profiles = 1;
        for (int i = 0; i < agents; i++) {
            profiles *= grid.length;
        }
        for (int code = 0; code < profiles; code++) {
            int rest = code;
            for (int i = 0; i < agents; i++) {
                profile[i] = grid[rest % grid.length];
                rest /= grid.length;
            }
            check.accept(profile);
        }
    }

    /** The largest gain of any agent from any message of {@code grid} other than its type, at any profile of types. */
    static double largestGain(CallMechanism mechanism, double[] grid) {
        double[] largest = {0};
        TieOrder ties = TieOrder.byIndex(mechanism.agents());
        each(mechanism.agents(), grid, types -> {
            double[] messages = types.clone();
            for (int i = 0; i < types.length; i++) {
                double truth = payoff(mechanism, i, types[i], messages, ties);
                for (double lie : grid) {
                    messages[i] = lie;
                    largest[0] = Math.max(largest[0], payoff(mechanism, i, types[i], messages, ties) - truth);
                }
                messages[i] = types[i];
            }
        });
        return largest[0];
    }

    static double payoff(CallMechanism mechanism, int agent, double type, double[] messages, TieOrder ties) {
        MarketOutcome outcome = mechanism.outcome(messages, ties);
        return outcome.units(agent) * type - outcome.payment(agent);
    }

    /** What an outcome creates in the types that the messages state. */
    static double gains(CallMechanism mechanism, double[] messages, MarketOutcome outcome) {
        double gains = 0;
        for (int i = 0; i < messages.length; i++) {
            gains += outcome.units(i) * messages[i];
        }
        return gains;
    }

    static int sold(CallMechanism mechanism, MarketOutcome outcome) {
        int sold = 0;
        for (int i = 0; i < outcome.agents(); i++) {
            sold += mechanism.side(i) == Side.SELLER ? -outcome.units(i) : 0;
        }
        return sold;
    }
}
