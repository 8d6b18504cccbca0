package dev.envelope.theory.units.unlike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.game.Audit;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.PiecewiseLinearDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
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

    /** With a value of 2 − e a bid of 1 − e/2 earns (1 − e/2)² against a weak bidder, one of 1 earns 1 − e, however high other values are. */
    @Test
    void whoIsJustNotFarEnoughAboveBidsLess() {
        ValueDistribution near = UniformDistribution.of(1.98, 100);
        Equilibrium bidLess = (Equilibrium) solved(UnitPricing.DISCRIMINATORY, 0, near, WEAK, near);
        Solution refused = solved(UnitPricing.LOWEST_ACCEPTED, 0, near, WEAK, near);

        assertThat(bidLess.message(0, 1.98)).isEqualTo(0.99, within(1e-4));
        assertThat(((NoEquilibrium) refused).reason()).contains("2 whose values are all at least 2.0");
        for (UnitPricing pricing : PRICINGS) {
            for (double least : new double[] {2, 2.02}) {
                ValueDistribution far = UniformDistribution.of(least, 100);
                assertThat(((Equilibrium) solved(pricing, 0, far, WEAK, far)).message(0, least))
                        .isEqualTo(1);
            }
        }
    }

    private static PricedOut weakened(double lowest, double reserve, ValueDistribution... weak) {
        List<ValueDistribution> types = new ArrayList<>(List.of(weak));
        types.addAll(Collections.nCopies(2, UniformDistribution.of(lowest, lowest + 1)));
        return PricedOut.of(types, 2, reserve).orElseThrow();
    }

    /**
     * Against two weak bidders (v − b)·b² is at most v − 1 where v is at least 1 + b²/(1 + b), so at least 3/2; against one with z^½ and a G of
     * b² for its square likewise. Where nine in ten values are below 0.1 and the others above 0.9, a bid of 0.1 saves 0.9 for a tenth of the units.
     * Triangular values have no density at the top.
     */
    @Test
    void enoughIsFromWhereNoLowerBidEarnsMore() {
        ValueDistribution gap =
                new PiecewiseLinearDistribution(List.of(0.0, 0.1, 0.9, 1.0), List.of(0.0, 0.9, 0.9, 1.0));

        assertThat(weakened(3, 0, WEAK, WEAK).enough(1)).isEqualTo(1.5, within(1e-9));
        assertThat(weakened(3, 0, WEAK).enough(0.5)).isEqualTo(1.5, within(1e-9));
        assertThat(weakened(3, 0, gap).enough(1)).isEqualTo(9.1, within(1e-9));
        assertThat(weakened(3, 0.5, gap).enough(1)).isEqualTo(1 + 0.9 / 0.1 * 0.5, within(1e-9));
        assertThat(weakened(3, 0, new TriangularDistribution(0.5, 0, 1)).enough(1))
                .isInfinite();
        assertThat(weakened(1.5, 0, WEAK, WEAK).isBestReply(1)).isTrue();
        assertThat(weakened(1.4999, 0, WEAK, WEAK).isBestReply(1)).isFalse();
    }

    /** With a G of 0.9·b between 0.5 and 0.9 what b saves is worth 0.9·b·(1 − b)/(1 − 0.9·b), most at b = (1 − √0.1)/0.9. */
    @Test
    void enoughIsForTheBestOfAllLowerBids() {
        ValueDistribution steps =
                new PiecewiseLinearDistribution(List.of(0.0, 0.5, 0.9, 1.0), List.of(0.0, 0.9, 0.9, 1.0));
        double saved = 1 - Math.sqrt(0.1);

        assertThat(weakened(3, 0, steps, WEAK).enough(1)).isEqualTo(1 + saved * saved / 0.9, within(1e-12));
    }

    /** Values next to the top of the weak are bid, that of the top itself just not, or a tie would leave the unit to it. */
    @Test
    void nobodyIsTiedWithTheWeak() {
        BayesianGame game = new BayesianGame(
                UnitDemandAuction.of(4, 2, UnitPricing.DISCRIMINATORY),
                List.of(WEAK, WEAK, UniformDistribution.of(3, 4), UniformDistribution.of(3, 4)));
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
        AuditReport report = Audit.of(
                game,
                equilibrium.strategies(),
                new AuditSettings(
                        9,
                        17,
                        81,
                        1e-8,
                        List.of(),
                        AuditSettings.USUAL
                                .withUniforms(new SplittableRandom(5)::nextDouble)
                                .uniforms(),
                        500));

        assertThat(equilibrium.message(0, 1)).isEqualTo(1, within(1e-15)).isLessThan(1);
        assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(equilibrium.predictions().efficiency()).isEqualTo(1);
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
