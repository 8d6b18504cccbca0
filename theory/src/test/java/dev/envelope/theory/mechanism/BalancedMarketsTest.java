package dev.envelope.theory.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.market.AgvAuction;
import dev.envelope.theory.efficient.market.AgvTrade;
import dev.envelope.theory.efficient.market.BalancedAuction;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every balanced market keeps the contract. */
class BalancedMarketsTest {

    private static final List<ValueDistribution> THREE =
            List.of(UniformDistribution.of(-10, 50), UniformDistribution.of(0, 90), UniformDistribution.of(20, 60));

    @Nested
    class Agv extends BalancedContract {
        @Override
        Mechanism mechanism() {
            return AgvAuction.of(THREE);
        }
    }

    @Nested
    class Balanced extends BalancedContract {
        @Override
        Mechanism mechanism() {
            return BalancedAuction.of(THREE);
        }
    }

    @Nested
    class AgvBetweenTwo extends BalancedContract {
        @Override
        Mechanism mechanism() {
            return AgvTrade.of(THREE.get(0), THREE.get(1));
        }

        @Override
        double[] tied() {
            return new double[0];
        }
    }

    /** Payments that sum to 0, also among some of the agents, and that are right on average only. */
    abstract static class BalancedContract extends MechanismContract {
        @Override
        double message(int agent, double share) {
            ValueDistribution type = THREE.get(agent);
            return (1 - share) * type.lower() + share * type.upper();
        }

        @Override
        double[] tied() {
            return new double[] {30, 30, 30};
        }

        @Override
        boolean losersPay() {
            return true;
        }

        @Override
        boolean mayLose() {
            return true;
        }

        @Test
        void whatIsPaidIsReceived() {
            for (double missing : new double[] {message(0, 0.5), Mechanism.ABSTAIN}) {
                double[] profile = new double[agents];
                Arrays.setAll(profile, i -> message(i, 0.3 + 0.1 * i));
                profile[0] = missing;
                double[] payments =
                        mechanism.outcome(profile, TieOrder.byIndex(agents)).payments();
                assertThat(Arrays.stream(payments).sum()).isEqualTo(0, within(1e-11));
            }
        }
    }
}
