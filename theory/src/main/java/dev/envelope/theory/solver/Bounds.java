package dev.envelope.theory.solver;

import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import java.util.List;
import java.util.OptionalDouble;

/** Upper bounds on what deviating from a solver's strategies gains, as close as a few seconds allow. */
final class Bounds {

    private static final Effort EFFORT = new Effort(1e-8, 1 << 17);

    /** The same with a third price, where earnings are no lines in the type. */
    private static final Effort THIRD = Effort.USUAL;

    private Bounds() {}

    /** The bound for {@code strategies}; empty where the game has none. */
    static OptionalDouble of(BayesianGame game, List<? extends BidFunction> strategies) {
        return GainBound.obstacle(game).isPresent()
                ? OptionalDouble.empty()
                : OptionalDouble.of(GainBound.of(game, strategies, effort(game)).bound());
    }

    private static Effort effort(BayesianGame game) {
        if (GainBound.mayStayFar(game)) {
            return Effort.SHORT;
        }
        return game.mechanism() instanceof ThirdPriceAuction ? THIRD : EFFORT;
    }
}
