package dev.envelope.theory.audit.game;

import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import java.util.List;

/** The strategies that say the type. */
final class Truth {

    private Truth() {}

    /** Truth of each agent of {@code game}, as a line. */
    static List<BidFunction> of(BayesianGame game) {
        return game.types().stream()
                .<BidFunction>map(type -> PiecewiseLinearBid.of(
                        new double[] {type.lower(), type.upper()}, new double[] {type.lower(), type.upper()}))
                .toList();
    }

    /** Whether {@code strategies} are known to be truth at all types. */
    static boolean is(List<BidFunction> strategies, BayesianGame game) {
        return strategies.equals(of(game)) || strategies.stream().allMatch(BidFunction.TRUTH::equals);
    }
}
