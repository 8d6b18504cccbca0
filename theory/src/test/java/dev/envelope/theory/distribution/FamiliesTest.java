package dev.envelope.theory.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.composite.CompoundedDistribution;
import dev.envelope.theory.distribution.composite.MirroredDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.distribution.composite.OrderStatistic;
import dev.envelope.theory.distribution.composite.PiecewiseLinearDistribution;
import dev.envelope.theory.distribution.composite.PoweredDistribution;
import dev.envelope.theory.distribution.composite.TruncatedDistribution;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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
    class LognormalFromZero extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return TruncatedLognormal.of(0, 0.5, 0, 3);
        }

        /** Over types, as in ranks ψ falls faster at 0 than a quadrature can follow. */
        @Override
        @Test
        void theVirtualValueAveragesToTheLowestType() {
            ValueDistribution x = distribution();
            double average = Quadrature.integrate(v -> x.virtualValue(v) * x.density(v), 1e-6, x.upper());
            assertThat(average).isCloseTo(0, within(1e-5));
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
    class Gamma extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new TruncatedGamma(2, 1.5, 0.5, 9);
        }
    }

    @Nested
    class GammaInTheTail extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new TruncatedGamma(2, 1, 12, 15);
        }
    }

    @Nested
    class Weibull extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new TruncatedWeibull(1.7, 2, 0.25, 5);
        }
    }

    @Nested
    class Triangular extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new TriangularDistribution(3, 1, 4);
        }
    }

    @Nested
    class PiecewiseLinear extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new PiecewiseLinearDistribution(List.of(0.0, 1.07, 3.03, 4.0), List.of(0.0, 0.5, 0.75, 1.0));
        }
    }

    @Nested
    class RegularPiecewiseLinear extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new PiecewiseLinearDistribution(List.of(1.0, 3.11, 4.0), List.of(0.0, 0.25, 1.0));
        }
    }

    @Nested
    class Mixture extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return MixtureDistribution.ofEqual(
                    List.of(UniformDistribution.of(0, 3.11), new TruncatedNormal(4, 1, 1.03, 6)));
        }
    }

    @Nested
    class SecondHighestOfFour extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new OrderStatistic(UniformDistribution.of(2, 6), 4, 2);
        }
    }

    @Nested
    class Scaled extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return AffineDistribution.of(TruncatedLognormal.of(0, 0.5, 0.2, 5), 100, 7);
        }
    }

    @Nested
    class BetaThatRisesWithoutBound extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new BetaDistribution(1, 0.75, 0, 2);
        }
    }

    @Nested
    class BetaWithATrough extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new BetaDistribution(0.8, 0.7, 0, 2);
        }
    }

    @Nested
    class LowestOfBetas extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new OrderStatistic(new BetaDistribution(1, 2, 0, 3), 5, 5);
        }
    }

    @Nested
    class Mirrored extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new MirroredDistribution(new BetaDistribution(2, 1, 1, 3));
        }
    }

    @Nested
    class Compounded extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new CompoundedDistribution(new BetaDistribution(1, 3, 1, 3), 0.5);
        }
    }

    @Nested
    class Powered extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new PoweredDistribution(UniformDistribution.of(2, 6), 2.5);
        }
    }

    @Nested
    class Truncated extends ValueDistributionContract {
        @Override
        ValueDistribution distribution() {
            return new TruncatedDistribution(PowerDistribution.of(2, 0, 4), 0.5, 3);
        }
    }
}
