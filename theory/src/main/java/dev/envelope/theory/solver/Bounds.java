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

    /** The same with risk aversion that makes no lines of them either, among unlike agents: the bound may not come close at all. */
    private static final Effort AVERSE = new Effort(1e-8, 1 << 12);

    private Bounds() {}

    /** The bound for {@code strategies}; empty where the game has none. */
    static OptionalDouble of(BayesianGame game, List<? extends BidFunction> strategies) {
        return GainBound.obstacle(game).isPresent()
                ? OptionalDouble.empty()
                : OptionalDouble.of(GainBound.of(game, strategies, effort(game)).bound());
    }

    private static Effort effort(BayesianGame game) {
        boolean isAlike = game.types().stream().allMatch(game.types().get(0)::equals);
        if (!isAlike && !GainBound.isClose(game)) {
            return AVERSE;
        }
        return game.mechanism() instanceof ThirdPriceAuction ? THIRD : EFFORT;
    }
}
