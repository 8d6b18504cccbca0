package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.List;

/** A game with its equilibrium, and the reason where there is none. */
final class Solved {

    private Solved() {}

    static Equilibrium game(Mechanism mechanism, ValueDistribution... types) {
        return game(mechanism, List.of(types));
    }

    static Equilibrium game(Mechanism mechanism, List<ValueDistribution> types) {
        return game(new BayesianGame(mechanism, types));
    }

    static Equilibrium game(BayesianGame game) {
        Solution solution = Equilibria.of(game);
        assertThat(solution).isInstanceOf(Equilibrium.class);
        return (Equilibrium) solution;
    }

    static String refusal(Mechanism mechanism, ValueDistribution... types) {
        Solution solution = Equilibria.of(new BayesianGame(mechanism, List.of(types)));
        assertThat(solution).isInstanceOf(NoEquilibrium.class);
        return ((NoEquilibrium) solution).reason();
    }

    /** The largest gain from a deviation, found without the formula; see {@link BestResponse}. */
    static double largestGain(Mechanism mechanism, List<ValueDistribution> types) {
        return BestResponse.largestGain(
                new BayesianGame(mechanism, types), game(mechanism, types).strategies(), 4);
    }
}
