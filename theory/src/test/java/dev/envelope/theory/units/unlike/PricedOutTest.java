package dev.envelope.theory.units.unlike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricedOutTest {

    private static final ValueDistribution WEAK = UniformDistribution.of(0, 1);
    private static final ValueDistribution STRONG = UniformDistribution.of(10, 11);
    private static final List<UnitPricing> PRICINGS = List.of(UnitPricing.DISCRIMINATORY, UnitPricing.LOWEST_ACCEPTED);

    private static Solution solved(UnitPricing pricing, double reserve, ValueDistribution... types) {
        return Equilibria.of(new BayesianGame(
                new UnitDemandAuction(types.length, new MultiUnitAuction(2, pricing, reserve)), List.of(types)));
    }

    @Test
    void strongBiddersBidTheHighestValueOfTheWeak() {
        for (UnitPricing pricing : PRICINGS) {
            Equilibrium equilibrium = (Equilibrium) solved(pricing, 0.3, STRONG, WEAK, UniformDistribution.of(8, 20));

            assertThat(equilibrium.message(0, 10.4)).isEqualTo(1);
            assertThat(equilibrium.message(2, 19)).isEqualTo(1);
            assertThat(equilibrium.message(1, 0.7)).isEqualTo(0.7, within(1e-12));
            assertThat(equilibrium.message(1, 0.2)).isNaN();
            assertThat(equilibrium.predictions().revenue()).isEqualTo(2);
            assertThat(equilibrium.predictions().surplus()).isEqualTo(List.of(9.5, 0.0, 13.0));
            assertThat(equilibrium.certificate().gainBound().orElseThrow()).isBetween(0.0, 1e-6);
        }
    }

    /** What lower bids earn on average over 1,000 even values of the weak bidder, by playing the auction. */
    @Test
    void noLowerBidEarnsMore() {
        for (UnitPricing pricing : PRICINGS) {
            Equilibrium equilibrium = (Equilibrium) solved(pricing, 0, WEAK, STRONG, STRONG);
            double own = earned(equilibrium, pricing, equilibrium.message(1, 10));

            assertThat(own).isEqualTo(9, within(1e-12));
            for (double bid : new double[] {0.2, 0.6, 0.9, 0.99, 1.01, 2}) {
                assertThat(earned(equilibrium, pricing, bid)).isLessThanOrEqualTo(own);
            }
        }
    }

    private static double earned(Equilibrium equilibrium, UnitPricing pricing, double bid) {
        double total = 0;
        for (int k = 0; k < 1_000; k++) {
            double[] bids = {equilibrium.message(0, (k + 0.5) / 1_000), bid, equilibrium.message(2, 10.5)};
            var outcome = UnitDemandAuction.of(3, 2, pricing).outcome(bids, TieOrder.byIndex(3));
            total += outcome.units(1) * 10 - outcome.payment(1);
        }
        return total / 1_000;
    }

    /** With a value of 1.2 a bid of 0.6 earns 0.36 against a weak bidder, one of 1 only 0.2. */
    @Test
    void whoIsNotFarAboveBidsLess() {
        ValueDistribution near = UniformDistribution.of(1.2, 2.2);

        assertThat(((Equilibrium) solved(UnitPricing.DISCRIMINATORY, 0, WEAK, near, near)).message(1, 1.2))
                .isEqualTo(0.6, within(1e-6));
        assertThat(solved(UnitPricing.LOWEST_ACCEPTED, 0, WEAK, near, near)).isInstanceOf(NoEquilibrium.class);
    }

    /** Who is not below all of the others is not priced out, and nobody is where the reserve is above them. */
    @Test
    void valuesThatOverlapAreNotPricedOut() {
        assertThat(PricedOut.of(List.of(WEAK, STRONG, UniformDistribution.of(0.9, 3)), 2, 0))
                .isEmpty();
        assertThat(PricedOut.of(List.of(WEAK, STRONG, STRONG), 2, 1)).isEmpty();
        assertThat(PricedOut.of(List.of(STRONG, STRONG), 2, 0)).isEmpty();
    }
}
