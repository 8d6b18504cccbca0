package dev.envelope.theory.efficient.market;

import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.mechanism.Mechanism;

/**
 * A market whose best outcome is an efficient choice that is stated by itself: what the first best is, what the choice
 * costs, and what those have that stay away.
 */
public interface ChoiceMarket extends Mechanism {

    /** By whose types what would be chosen, and at which cost. */
    OneDimensionalChoice choice();

    @Override
    default double cost(double[] messages) {
        return choice().cost(messages);
    }

    @Override
    default double firstBest(double[] types) {
        return choice().welfare(types);
    }

    /** E of the largest gains, what the choice costs not deducted. */
    default double expectedFirstBest() {
        return choice().expectedWelfare() + choice().expectedCost();
    }

    /** What agent {@code agent} has by staying away. */
    default OutsideOption outsideOption(int agent) {
        return OutsideOption.nothing();
    }
}
