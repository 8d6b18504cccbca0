package dev.envelope.theory.ironing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedNormal;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;
import org.junit.jupiter.api.Test;

class IronedVirtualValueTest {

    private static final ValueDistribution GAP =
            MixtureDistribution.ofEqual(List.of(UniformDistribution.of(0, 2), UniformDistribution.of(5, 6)));

    @Test
    void aRegularDistributionNeedsNoIroning() {
        IronedVirtualValue ironed = IronedVirtualValue.of(UniformDistribution.of(0, 1));
        assertThat(ironed.flats()).isEmpty();
        assertThat(ironed.at(0.75)).isEqualTo(0.5);
        assertThat(ironed.inverse(0)).isEqualTo(0.5);
    }

    @Test
    void aGapLiesWithinAFlat() {
        IronedVirtualValue ironed = IronedVirtualValue.of(GAP);
        assertThat(ironed.flats()).hasSize(1);
        IronedVirtualValue.Flat flat = ironed.flats().get(0);
        // From 5 on H = −(1 − q)·x is convex with slope 2x − 6 ≥ 4; a tangent from the curve on [0, 2], slope 2x − 4,
        // meets (1/2, −5/2).
        assertThat(flat.hi()).isEqualTo(5, within(1e-6));
        assertThat(flat.lo()).isBetween(0.0, 2.0);
    }

    /** A price of 5 is met by a value of 5: ψ = 2x − 6 from there on, and to sell below, to values of up to 2, is worth less than 3. */
    @Test
    void theValueAboveAGapIsNotOneOfTheFlat() {
        IronedVirtualValue ironed = IronedVirtualValue.of(GAP);
        assertThat(ironed.at(5)).isEqualTo(4);
        assertThat(ironed.inverse(3)).isEqualTo(5);
        assertThat(WeightedVirtualValue.of(GAP, 0.5).at(5)).isEqualTo(4.5);

        MarketOutcome sold =
                OptimalAuction.of(List.of(GAP, GAP), 3).outcome(new double[] {5, 1.9}, TieOrder.byIndex(2));
        assertThat(sold.units(0)).isEqualTo(1);
        assertThat(sold.payment(0)).isEqualTo(5, within(1e-12));
    }

    @Test
    void ironedValuesDoNotDecreaseAndHaveTheSameMean() {
        for (ValueDistribution type : List.of(GAP, PowerDistribution.of(0.5, 0, 1), bimodal())) {
            IronedVirtualValue ironed = IronedVirtualValue.of(type);
            double before = Double.NEGATIVE_INFINITY;
            for (int i = 0; i <= 500; i++) {
                double here = ironed.at(type.lower() + (type.upper() - type.lower()) * i / 500);
                assertThat(here).isGreaterThanOrEqualTo(before - 1e-9);
                before = here;
            }
            double[] pieces =
                    ironed.corners().stream().mapToDouble(Double::doubleValue).toArray();
            double mean = Quadrature.integrate(x -> type.density(x) == 0 ? 0 : ironed.at(x) * type.density(x), pieces);
            assertThat(mean).isEqualTo(type.lower(), within(1e-6));
        }
    }

    /** ψ reaches the value of the flat at both ends, and what it lacks on one side of it is what it has more on the other. */
    @Test
    void endsOfFlatsAreWhereTheVirtualValueIsTheirs() {
        ValueDistribution type = MixtureDistribution.ofEqual(
                List.of(new TruncatedNormal(2, 0.8, 0, 10), new TruncatedNormal(7, 0.8, 0, 10)));
        IronedVirtualValue ironed = IronedVirtualValue.of(type);
        assertThat(ironed.flats()).hasSize(1);
        IronedVirtualValue.Flat flat = ironed.flats().get(0);
        assertThat(type.virtualValue(flat.lo())).isEqualTo(flat.value(), within(1e-11));
        assertThat(type.virtualValue(flat.hi())).isEqualTo(flat.value(), within(1e-11));
        double balance = Quadrature.integrateWithin(
                1e-14,
                x -> (type.virtualValue(x) - flat.value()) * type.density(x),
                flat.lo(),
                (flat.lo() + flat.hi()) / 2,
                flat.hi());
        assertThat(balance).isEqualTo(0, within(1e-12));
    }

    @Test
    void theInverseIsTheBestPriceOfASoleBuyer() {
        for (double value : new double[] {0, 0.5, 1.5, 3}) {
            double price = IronedVirtualValue.of(bimodal()).inverse(value);
            for (double other = 0; other <= 8; other += 0.01) {
                assertThat(profit(other, value)).isLessThanOrEqualTo(profit(price, value) + 1e-12);
            }
        }
    }

    @Test
    void noTypeIsWorthMoreThanTheTop() {
        assertThat(IronedVirtualValue.of(bimodal()).inverse(9)).isInfinite();
    }

    private static double profit(double price, double value) {
        return (price - value) * (1 - bimodal().cdf(price));
    }

    private static ValueDistribution bimodal() {
        return new MixtureDistribution(List.of(
                new MixtureDistribution.Component(0.75, UniformDistribution.of(0, 3)),
                new MixtureDistribution.Component(0.25, UniformDistribution.of(3, 8))));
    }
}
