package dev.envelope.theory.mechanism;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.DirectMechanism;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;

/** Every mechanism keeps the contract. */
class MechanismsTest {

    @Nested
    class FirstPrice extends BidContract {
        @Override
        Mechanism mechanism() {
            return FirstPriceAuction.of(4, OptionalDouble.empty());
        }
    }

    @Nested
    class FirstPriceWithReserve extends BidContract {
        @Override
        Mechanism mechanism() {
            return FirstPriceAuction.of(3, OptionalDouble.of(20));
        }
    }

    @Nested
    class SecondPrice extends BidContract {
        @Override
        Mechanism mechanism() {
            return SecondPriceAuction.of(4, OptionalDouble.empty());
        }
    }

    @Nested
    class SecondPriceWithReserve extends BidContract {
        @Override
        Mechanism mechanism() {
            return SecondPriceAuction.of(3, OptionalDouble.of(20));
        }
    }

    @Nested
    class SoleBidder extends BidContract {
        @Override
        Mechanism mechanism() {
            return SecondPriceAuction.of(1, OptionalDouble.empty());
        }
    }

    @Nested
    class AllPay extends BidContract {
        @Override
        Mechanism mechanism() {
            return new AllPayAuction(3, 20);
        }

        @Override
        boolean losersPay() {
            return true;
        }
    }

    @Nested
    class ThirdPrice extends BidContract {
        @Override
        Mechanism mechanism() {
            return ThirdPriceAuction.of(4);
        }
    }

    @Nested
    class SeveralUnits extends BidContract {
        @Override
        Mechanism mechanism() {
            return UnitDemandAuction.of(4, 2, UnitPricing.LOWEST_ACCEPTED);
        }
    }

    @Nested
    class WithoutEntryFee extends BidContract {
        @Override
        Mechanism mechanism() {
            return EntryFeeAuction.of(SecondPriceAuction.of(3, OptionalDouble.of(20)), 0);
        }
    }

    @Nested
    class DoubleAuction extends BidContract {
        @Override
        Mechanism mechanism() {
            return BilateralDoubleAuction.of(0.3);
        }

        @Override
        double[] tied() {
            return new double[0];
        }
    }

    @Nested
    class Vcg extends ReportContract {
        @Override
        List<ValueDistribution> types() {
            return List.of(
                    UniformDistribution.of(-10, 50), UniformDistribution.of(0, 40), UniformDistribution.of(20, 60));
        }

        @Override
        Mechanism mechanism() {
            return VcgAuction.of(types());
        }

        @Override
        double[] tied() {
            return new double[] {30, 30, 30};
        }
    }

    @Nested
    class Optimal extends ReportContract {
        @Override
        List<ValueDistribution> types() {
            return List.of(
                    UniformDistribution.of(0, 120), UniformDistribution.of(0, 80), UniformDistribution.of(0, 100));
        }

        @Override
        Mechanism mechanism() {
            return OptimalAuction.of(types(), 0);
        }

        @Override
        double[] tied() {
            // All virtual values are 40.
            return new double[] {80, 60, 70};
        }
    }

    @Nested
    class OptimalWithSellerValue extends ReportContract {
        @Override
        List<ValueDistribution> types() {
            return Collections.nCopies(3, UniformDistribution.of(0, 100));
        }

        @Override
        Mechanism mechanism() {
            return OptimalAuction.of(types(), 30);
        }

        @Override
        double[] tied() {
            return new double[] {70, 70, 70};
        }
    }

    @Nested
    class OptimalIroned extends ReportContract {
        @Override
        List<ValueDistribution> types() {
            return Collections.nCopies(
                    3,
                    MixtureDistribution.ofEqual(
                            List.of(UniformDistribution.of(0, 30), UniformDistribution.of(30, 80))));
        }

        @Override
        Mechanism mechanism() {
            return OptimalAuction.of(types(), 0);
        }

        @Override
        double[] tied() {
            return new double[] {70, 70, 70};
        }
    }

    @Nested
    class Direct extends ReportContract {
        @Override
        List<ValueDistribution> types() {
            return Collections.nCopies(3, UniformDistribution.of(0, 100));
        }

        @Override
        Mechanism mechanism() {
            Mechanism indirect = FirstPriceAuction.of(3, OptionalDouble.of(20));
            Equilibrium equilibrium = (Equilibrium) Equilibria.of(new BayesianGame(indirect, types()));
            return DirectMechanism.of(indirect, equilibrium, types());
        }

        @Override
        double[] tied() {
            return new double[] {70, 70, 70};
        }
    }

    /** Bids between −10 and 100. */
    abstract static class BidContract extends MechanismContract {
        @Override
        double message(int agent, double share) {
            return -10 + 110 * share;
        }

        @Override
        double[] tied() {
            double[] profile = new double[agents];
            java.util.Arrays.fill(profile, 42);
            return profile;
        }
    }

    /** Reports between the ends of the supports. */
    abstract static class ReportContract extends MechanismContract {
        abstract List<ValueDistribution> types();

        @Override
        double message(int agent, double share) {
            ValueDistribution type = types().get(agent);
            return (1 - share) * type.lower() + share * type.upper();
        }
    }
}
