package dev.envelope.theory.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CappedUnitDemandTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    @Test
    void figuresOfTwoUnitsAmongThreeAreThoseByHand() {
        Equilibrium equilibrium = solved(UnitPricing.HIGHEST_REJECTED, 0, 0.5);
        assertThat(equilibrium.message(1, 0.4)).isEqualTo(0.4);
        assertThat(equilibrium.message(1, 0.8)).isEqualTo(0.5);
        // Two pay min(least value, 1/2): 2·∫_0^{1/2} (1 − x)³ dx.
        Predictions predicted = equilibrium.predictions();
        assertThat(predicted.revenue()).isEqualTo(15 / 32.0, within(1e-12));
        // By how many of the three are above 1/2: none, one, two, all.
        double gains = 1 / 8.0 * 0.5 * (3 / 4.0 + 2 / 4.0)
                + 3 / 8.0 * (3 / 4.0 + 0.5 * 2 / 3)
                + 3 / 8.0 * 2 * (3 / 4.0)
                + 1 / 8.0 * 2 * (3 / 4.0);
        assertThat(predicted.gains()).isEqualTo(gains, within(1e-12));
        assertThat(predicted.firstBestGains()).isEqualTo(5 / 4.0, within(1e-12));
        assertThat(predicted.surplus().get(2)).isEqualTo((gains - 15 / 32.0) / 3, within(1e-12));
    }

    @Test
    void aReserveIsThePriceWhereFewerBidThanThereAreUnits() {
        // Sold at 1/4 each: 2 of those from 1/4 on; the price above 1/4 where all three are.
        Predictions predicted = solved(UnitPricing.VICKREY, 0.25, 0.5).predictions();
        double sold = 3 * 0.75 - Math.pow(0.75, 3);
        double above = (Math.pow(0.75, 4) - Math.pow(0.5, 4)) / 4;
        assertThat(predicted.revenue()).isEqualTo(0.25 * sold + 2 * above, within(1e-12));
    }

    @Test
    void noOtherBidIsEverBetterWhateverTheRivalsBid() {
        for (UnitPricing pricing : List.of(UnitPricing.VICKREY, UnitPricing.HIGHEST_REJECTED)) {
            CappedUnitDemand auction = auction(pricing, 0.125, 0.5);
            for (int first = 0; first <= 8; first++) {
                for (int second = 0; second <= 8; second++) {
                    for (int value = 0; value <= 16; value++) {
                        double truth = payoff(auction, value / 16.0, value / 16.0, first / 16.0, second / 16.0);
                        for (int bid = 0; bid <= 8; bid++) {
                            assertThat(payoff(auction, value / 16.0, bid / 16.0, first / 16.0, second / 16.0))
                                    .isLessThanOrEqualTo(truth + 1e-12);
                        }
                    }
                }
            }
        }
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auction(UnitPricing.DISCRIMINATORY, 0, 0.5))
                .withMessageContaining("highest rejected bid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auction(UnitPricing.VICKREY, 0.5, 0.5))
                .withMessageStartingWith("highest: 0.5 (expected:");
        BayesianGame unlike = new BayesianGame(
                auction(UnitPricing.VICKREY, 0, 0.5), List.of(UNIT, UNIT, PowerDistribution.of(2, 0, 1)));
        assertThat(((NoEquilibrium) Equilibria.of(unlike)).reason()).contains("one distribution");
    }

    /** On average over the orders in which ties may be broken. */
    private static double payoff(CappedUnitDemand auction, double value, double bid, double first, double second) {
        double total = 0;
        for (int[] order : ORDERS) {
            MarketOutcome outcome = auction.outcome(new double[] {bid, first, second}, TieOrder.of(order));
            total += value * outcome.units(0) - outcome.payment(0);
        }
        return total / ORDERS.length;
    }

    private static Equilibrium solved(UnitPricing pricing, double reserve, double highest) {
        return (Equilibrium)
                Equilibria.of(new BayesianGame(auction(pricing, reserve, highest), Collections.nCopies(3, UNIT)));
    }

    private static CappedUnitDemand auction(UnitPricing pricing, double reserve, double highest) {
        return new CappedUnitDemand(new UnitDemandAuction(3, new MultiUnitAuction(2, pricing, reserve)), highest);
    }
}
