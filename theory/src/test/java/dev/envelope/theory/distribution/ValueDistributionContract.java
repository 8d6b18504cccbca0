package dev.envelope.theory.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.envelope.theory.numeric.Quadrature;
import org.junit.jupiter.api.Test;

/** What every distribution of values must satisfy; a family supplies one of its members. */
abstract class ValueDistributionContract {

    private static final int POINTS = 40;

    private final ValueDistribution x = distribution();
    private final double width = x.upper() - x.lower();

    abstract ValueDistribution distribution();

    @Test
    void theCdfRisesFromZeroToOne() {
        assertThat(x.cdf(x.lower() - width)).isZero();
        assertThat(x.cdf(x.lower())).isZero();
        assertThat(x.cdf(x.upper())).isOne();
        assertThat(x.cdf(x.upper() + width)).isOne();
        for (int i = 1; i <= POINTS; i++) {
            assertThat(x.cdf(at(i))).isGreaterThan(x.cdf(at(i - 1)));
        }
    }

    @Test
    void theSurvivalIsWhatTheCdfLeaves() {
        assertThat(x.survival(x.lower())).isOne();
        assertThat(x.survival(x.upper())).isZero();
        for (int i = 1; i < POINTS; i++) {
            assertThat(x.survival(at(i))).isEqualTo(1 - x.cdf(at(i)), within(1e-12));
        }
    }

    @Test
    void bothTailsAreExactToTheirOwnSize() {
        double step = width / 1024 / 1024;
        if (Double.isFinite(x.density(x.upper()))) {
            double above = Quadrature.integrate(x::density, x.upper() - step, x.upper());
            assertThat(x.survival(x.upper() - step)).isCloseTo(above, withinPercentage(1e-7));
        }
        if (Double.isFinite(x.density(x.lower()))) {
            double below = Quadrature.integrate(x::density, x.lower(), x.lower() + step);
            assertThat(x.cdf(x.lower() + step)).isCloseTo(below, withinPercentage(1e-7));
        }
    }

    @Test
    void theDensityIsTheSlopeOfTheCdf() {
        double step = 1e-5 * width;
        for (int i = 1; i < POINTS; i++) {
            double slope = (x.cdf(at(i) + step) - x.cdf(at(i) - step)) / (2 * step);
            // A central difference errs by step² times a third derivative, and by the cdf's rounding over the step.
            assertThat(x.density(at(i)) * width).isEqualTo(slope * width, within(1e-6));
        }
        assertThat(x.density(x.lower() - width)).isZero();
        assertThat(x.density(x.upper() + width)).isZero();
    }

    @Test
    void theDensityStaysWithinItsBounds() {
        for (int i = 0; i < POINTS; i++) {
            double least = x.leastDensity(at(i), at(i + 1));
            double most = x.mostDensity(at(i), at(i + 1));
            for (double share : new double[] {0, 0.01, 0.3, 0.5, 0.77, 0.99, 1}) {
                double here = x.density(at(i) + share * (at(i + 1) - at(i)));
                // A kink counts for one side: its density may be that of the next cell.
                boolean isEnd = share == 0 || share == 1;
                assertThat(isEnd || here >= least * (1 - 1e-12)).isTrue();
                assertThat(isEnd || here <= most * (1 + 1e-12)).isTrue();
            }
        }
    }

    @Test
    void theBoundsOfTheDensityCloseWhereItIsSmooth() {
        for (int i = 1; i < POINTS; i++) {
            double to = at(i) + 1e-7 * width;
            if (x.kinks().stream().noneMatch(kink -> Math.abs(kink - to) < 1e-6 * width)) {
                assertThat(x.mostDensity(at(i), to)).isCloseTo(x.leastDensity(at(i), to), withinPercentage(0.01));
            }
        }
    }

    @Test
    void theQuantileInvertsTheCdf() {
        assertThat(x.quantile(0)).isEqualTo(x.lower());
        assertThat(x.quantile(1)).isEqualTo(x.upper());
        for (int i = 1; i < POINTS; i++) {
            double p = i / (double) POINTS;
            assertThat(x.cdf(x.quantile(p))).isEqualTo(p, within(1e-12));
            assertThat(x.quantile(p)).isBetween(x.lower(), x.upper());
        }
    }

    @Test
    void aQuantileOfWhatIsNoProbabilityIsRefused() {
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.quantile(p))
                    .withMessageContaining("p: " + p)
                    .withMessageContaining("expected");
        }
    }

    @Test
    void theMeanIsTheAverageQuantile() {
        assertThat(Quadrature.integrate(x::quantile, 0, 1)).isEqualTo(x.mean(), within(1e-9 * width));
    }

    @Test
    void theVirtualValueIsTheDefinition() {
        for (int i = 1; i < POINTS; i++) {
            double definition = at(i) - x.survival(at(i)) / x.density(at(i));
            assertThat(x.virtualValue(at(i)))
                    .isEqualTo(definition, within(1e-9 * Math.max(width, Math.abs(definition))));
            double cost = at(i) + x.cdf(at(i)) / x.density(at(i));
            assertThat(x.virtualCost(at(i))).isEqualTo(cost, within(1e-9 * Math.max(width, Math.abs(cost))));
        }
        assertThat(x.virtualValue(x.upper())).isEqualTo(x.upper());
        assertThat(x.virtualCost(x.lower())).isEqualTo(x.lower());
    }

    @Test
    void theHazardRateIsTheDefinition() {
        for (int i = 1; i < POINTS; i++) {
            double definition = x.density(at(i)) / x.survival(at(i));
            assertThat(x.hazardRate(at(i))).isCloseTo(definition, withinPercentage(1e-7));
        }
    }

    @Test
    void theVirtualValueAveragesToTheLowestType() {
        // In ranks ψ may tend to −∞ at 0, by a power that the quadrature follows down to some 1e-5.
        double average = Quadrature.integrate(p -> x.virtualValue(x.quantile(p)), 0, 1);
        assertThat(average).isEqualTo(x.lower(), within(1e-4 * width));
    }

    @Test
    void regularityIsWhatTheVirtualValueShows() {
        boolean increasing = true;
        for (int i = 2; i < POINTS; i++) {
            increasing &= x.virtualValue(at(i)) > x.virtualValue(at(i - 1));
        }
        assertThat(x.isRegular()).isEqualTo(increasing);
    }

    @Test
    void theInverseOfARegularVirtualValueIsTheTypeItBelongsTo() {
        if (x.isRegular()) {
            for (int i = 1; i <= POINTS; i++) {
                assertThat(x.inverseVirtualValue(x.virtualValue(at(i)))).isEqualTo(at(i), within(1e-9 * width));
            }
        }
    }

    @Test
    void theInverseVirtualValueStaysInTheSupport() {
        assertThat(x.inverseVirtualValue(x.upper() + width)).isInfinite();
        double low = x.virtualValue(x.lower());
        if (x.isRegular() && Double.isFinite(low)) {
            assertThat(x.inverseVirtualValue(low - width)).isEqualTo(x.lower());
        }
    }

    @Test
    void anotherUnitOfMoneyChangesNothingElse() {
        ValueDistribution scaled = AffineDistribution.of(x, 8, -3);
        assertThat(scaled.lower()).isEqualTo(8 * x.lower() - 3);
        assertThat(scaled.upper()).isEqualTo(8 * x.upper() - 3);
        assertThat(scaled.mean()).isEqualTo(8 * x.mean() - 3, within(1e-9 * width));
        assertThat(scaled.isRegular()).isEqualTo(x.isRegular());
        for (int i = 1; i < POINTS; i++) {
            double there = 8 * at(i) - 3;
            assertThat(scaled.cdf(there)).isEqualTo(x.cdf(at(i)), within(1e-12));
            assertThat(scaled.density(there)).isEqualTo(x.density(at(i)) / 8, within(1e-9 / width));
            double virtual = 8 * x.virtualValue(at(i)) - 3;
            assertThat(scaled.virtualValue(there))
                    .isEqualTo(virtual, within(1e-9 * Math.max(width, Math.abs(virtual))));
        }
    }

    @Test
    void equalNumbersMakeEqualDistributions() {
        assertThat(distribution()).isEqualTo(x).hasSameHashCodeAs(x);
    }

    private double at(int i) {
        return x.lower() + width * i / POINTS;
    }
}
