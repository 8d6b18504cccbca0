package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquilibriaTest {

    @Test
    void anUnknownMechanismIsAnsweredWithItsName() {
        assertThat(Solved.refusal(new Lottery(), UniformDistribution.of(0, 1)))
                .isEqualTo("no equilibrium is known for the mechanism Lottery");
    }

    @Test
    void aGameHasOneDistributionPerAgent() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new BayesianGame(BilateralDoubleAuction.of(0.5), List.of(UniformDistribution.of(0, 1))))
                .withMessageContaining("types: 1 distributions (expected: one per agent, 2)");
    }

    private record Lottery() implements Mechanism {
        @Override
        public int agents() {
            return 1;
        }

        @Override
        public Side side(int agent) {
            return Side.BIDDER;
        }

        @Override
        public boolean isDirect() {
            return false;
        }

        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            return MarketOutcome.nothing(1);
        }
    }
}
