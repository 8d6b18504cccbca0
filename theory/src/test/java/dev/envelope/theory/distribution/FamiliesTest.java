package dev.envelope.theory.distribution;

import org.junit.jupiter.api.Nested;

/** Every family keeps the contract. */
class FamiliesTest {

    @Nested
    class Uniform extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return UniformDistribution.of(10, 50);
        }
    }

    @Nested
    class NegativeUniform extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return UniformDistribution.of(-1, 0.5);
        }
    }

    @Nested
    class ConvexPower extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return PowerDistribution.of(2, 0, 1);
        }
    }

    @Nested
    class SteepPower extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return PowerDistribution.of(3.5, 1, 4);
        }
    }

    @Nested
    class ConcavePower extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return PowerDistribution.of(0.5, 0, 1);
        }
    }

    @Nested
    class Exponential extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new TruncatedExponential(2, 0, 3);
        }
    }

    @Nested
    class Normal extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new TruncatedNormal(100, 25, 50, 150);
        }
    }

    @Nested
    class Lognormal extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return TruncatedLognormal.of(0, 0.5, 0.2, 5);
        }
    }

    @Nested
    class Beta extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new BetaDistribution(2, 5, 0, 1);
        }
    }

    @Nested
    class Scaled extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return AffineDistribution.of(TruncatedLognormal.of(0, 0.5, 0.2, 5), 100, 7);
        }
    }
}
