package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.TimedSolution;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TimedSolutionTest {

    @Test
    void anAnswerComesWithHowLongItTook() {
        BayesianGame game = new BayesianGame(
                SecondPriceAuction.of(2, OptionalDouble.empty()), Collections.nCopies(2, UniformDistribution.of(0, 1)));
        Iterator<Long> clock = List.of(1_000L, 4_500L).iterator();
        TimedSolution timed = Equilibria.timed(game, clock::next);
        assertThat(timed.seconds()).isEqualTo(3.5e-6);
        assertThat(((Equilibrium) timed.solution()).predictions())
                .isEqualTo(Solved.game(game).predictions());
    }
}
