package dev.envelope.theory.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.solver.Equilibria;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayoffEquivalenceTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final ValueDistribution WIDE = UniformDistribution.of(0, 2);

    /** U[0,1] against U[0,2]: q_1 = x/2, q_2 = min(x, 1), from 1/2 on. */
    @Test
    void highestValueWinsAsByHand() {
        PayoffEquivalence second = new PayoffEquivalence(new HighestValueWins(List.of(UNIT, WIDE), 0.5));

        assertThat(second.winProbability(0, 0.4)).isZero();
        assertThat(second.utility(0, 1)).isEqualTo(3 / 16.0, within(1e-15));
        assertThat(second.payment(0, 1)).isEqualTo(0.5 - 3 / 16.0, within(1e-15));
        assertThat(second.utility(1, 2)).isEqualTo(3 / 8.0 + 1, within(1e-15));
        assertThat(second.winProbability(0)).isEqualTo(3 / 16.0, within(1e-15));
        assertThat(second.winProbability(1)).isEqualTo(3 / 16.0 + 0.5, within(1e-15));
        assertThat(second.gains(0)).isEqualTo(7 / 48.0, within(1e-15));
        assertThat(second.surplus(0)).isEqualTo(1 / 24.0, within(1e-15));
        assertThat(second.payment(0)).isEqualTo(5 / 48.0, within(1e-15));
    }

    /** Virtual values 2x − 1 and 2x − 2: bidder 1 wins from 1/2 on where x_2 < x_1 + 1/2. */
    @Test
    void highestVirtualValueWinsAsByHand() {
        OptimalAuction auction = OptimalAuction.of(List.of(UNIT, WIDE), 0);
        PayoffEquivalence optimal = new PayoffEquivalence(new HighestVirtualValueWins(auction));

        assertThat(optimal.winProbability(0, 0.8)).isEqualTo(0.65, within(1e-14));
        assertThat(optimal.utility(0, 1)).isEqualTo((0.75 + 0.5) / 2 * 0.5, within(1e-14));
        Equilibrium truth = (Equilibrium) Equilibria.of(new BayesianGame(auction, auction.types()));
        assertThat(optimal.payment(0) + optimal.payment(1))
                .isEqualTo(truth.predictions().revenue(), within(1e-13));
        assertThat(optimal.winProbability(0) + optimal.winProbability(1))
                .isEqualTo(truth.predictions().tradeProbability(), within(1e-13));
    }
}
