package dev.envelope.theory.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedExponential;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.OrderStatistic;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitDemandTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final List<ValueDistribution> TYPES = List.of(
            UNIT, PowerDistribution.of(2, 1, 4), new TruncatedExponential(1, 0, 3), UniformDistribution.of(-1, 2));

    @Test
    void payAsBidIsTheExpectedStrongestRivalThatIsBeaten() {
        // For U[0,1], n = 5, L = 3: H = 6F² − 8F³ + 3F⁴, ∫H = 2x³ − 2x⁴ + 3x⁵/5.
        double x = 0.7;
        double beaten = 6 * x * x - 8 * x * x * x + 3 * x * x * x * x;
        double held = 2 * Math.pow(x, 3) - 2 * Math.pow(x, 4) + 0.6 * Math.pow(x, 5);
        assertThat(UnitDemand.of(UNIT, 5, 3).bid(UnitPricing.DISCRIMINATORY, x))
                .isEqualTo(x - held / beaten, within(1e-14));
    }

    @Test
    void withOneUnitItIsTheFirstPriceAuction() {
        for (UnitPricing pricing : List.of(UnitPricing.DISCRIMINATORY, UnitPricing.LOWEST_ACCEPTED)) {
            assertThat(UnitDemand.of(UNIT, 4, 1).bid(pricing, 0.6)).isEqualTo(0.45, within(1e-14));
        }
    }

    @Test
    void everyPricingTakesInTheOrderStatisticThatIsFirstRejected() {
        for (ValueDistribution type : TYPES.subList(0, 3)) {
            for (int units = 1; units < 5; units++) {
                UnitDemand demand = UnitDemand.of(type, 5, units);
                double rejected = new OrderStatistic(type, 5, units + 1).mean();
                assertThat(demand.revenue()).isEqualTo(units * rejected, within(1e-12));
                double accepted = units * expected(demand, UnitPricing.LOWEST_ACCEPTED, units);
                assertThat(accepted).isEqualTo(demand.revenue(), within(1e-10));
                double paid = 0;
                for (int rank = 1; rank <= units; rank++) {
                    paid += expected(demand, UnitPricing.DISCRIMINATORY, rank);
                }
                assertThat(paid).isEqualTo(demand.revenue(), within(1e-10));
            }
        }
    }

    @Test
    void aReserveIsInTheUtilitiesAndInTheBids() {
        UnitDemand demand = new UnitDemand(UNIT, 3, 2, 0.5);
        double interim = Quadrature.integrate(demand::interimPayment, 0.5, 1);
        assertThat(demand.revenue()).isEqualTo(3 * interim, within(1e-12));
        assertThat(demand.surplus()).isEqualTo(Quadrature.integrate(demand::interimUtility, 0.5, 1), within(1e-12));
        assertThat(demand.bid(UnitPricing.DISCRIMINATORY, 0.5)).isEqualTo(0.5);
        assertThat(demand.interimPayment(0.8))
                .isEqualTo(demand.winProbability(0.8) * demand.bid(UnitPricing.DISCRIMINATORY, 0.8), within(1e-13));
        assertThat(demand.unitsSold()).isEqualTo(3 * 0.25 * 0.5 + 3 * 0.25 * 0.5 * 2 + 0.125 * 2, within(1e-13));
        assertThat(new UnitDemand(UNIT, 3, 2, 1.5).revenue()).isZero();
    }

    @Test
    void enoughForEverybodyCostsTheReserve() {
        UnitDemand demand = new UnitDemand(UniformDistribution.of(1, 3), 2, 3, 0.5);
        assertThat(demand.bid(UnitPricing.DISCRIMINATORY, 2)).isEqualTo(0.5);
        assertThat(demand.revenue()).isEqualTo(1, within(1e-13));
        assertThat(demand.surplus()).isEqualTo(1.5, within(1e-13));
        assertThat(demand.gains()).isEqualTo(4, within(1e-13));
    }

    @Test
    void noBidAgainstTwoRivalsIsBetter() {
        ValueDistribution type = new BetaDistribution(2, 2, 0, 1);
        for (UnitPricing pricing : List.of(UnitPricing.LOWEST_ACCEPTED, UnitPricing.DISCRIMINATORY)) {
            UnitDemand demand = new UnitDemand(type, 3, 2, 0.125);
            double honest = payoff(demand, pricing, 0.6, 0.6);
            // The integrals are good to 1e-6; bidding like 0.5 or 0.7 loses 1e-3 and more.
            assertThat(honest).isEqualTo(demand.interimUtility(0.6), within(1e-6));
            for (double like : new double[] {0.3, 0.5, 0.7, 1}) {
                assertThat(payoff(demand, pricing, 0.6, like)).isLessThan(honest - 1e-4);
            }
        }
    }

    @Test
    void noBidAgainstOneRivalForOneUnitIsBetter() {
        for (UnitPricing pricing : UnitPricing.values()) {
            UnitDemandAuction auction = UnitDemandAuction.of(2, 1, pricing);
            BayesianGame game = new BayesianGame(auction, Collections.nCopies(2, UNIT));
            Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
            assertThat(BestResponse.largestGain(game, equilibrium.strategies(), 3))
                    .isBetween(0.0, 1e-11);
        }
    }

    @Test
    void theSearchForOneObjectRefusesSeveral() {
        BayesianGame game =
                new BayesianGame(UnitDemandAuction.of(3, 2, UnitPricing.VICKREY), Collections.nCopies(3, UNIT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BestResponse.of(game, Collections.nCopies(3, x -> x), 0))
                .withMessageContaining("one object");
    }

    private static double expected(UnitDemand demand, UnitPricing pricing, int rank) {
        OrderStatistic value = new OrderStatistic(demand.type(), demand.bidders(), rank);
        return Quadrature.integrateWithin(
                1e-12, x -> demand.bid(pricing, x) * value.density(x), value.lower(), value.upper());
    }

    /** What {@code x} earns with the bid of {@code like} against two rivals, by playing the auction. */
    private static double payoff(UnitDemand demand, UnitPricing pricing, double x, double like) {
        ValueDistribution type = demand.type();
        UnitDemandAuction auction =
                new UnitDemandAuction(3, new MultiUnitAuction(demand.units(), pricing, demand.reserve()));
        double bid = demand.bid(pricing, like);
        double met = Bisection.first(demand.reserve(), 1, y -> demand.bid(pricing, y) >= bid);
        TieOrder ties = TieOrder.byIndex(3);
        return Quadrature.integrateWithin(
                1e-7,
                y -> type.density(y)
                        * Quadrature.integrateWithin(
                                1e-8,
                                z -> type.density(z)
                                        * played(
                                                auction,
                                                ties,
                                                x,
                                                bid,
                                                bid(demand, pricing, y),
                                                bid(demand, pricing, z)),
                                Kinks.between(0, 1, List.of(demand.reserve(), met, y))),
                Kinks.between(0, 1, List.of(demand.reserve(), met)));
    }

    private static double bid(UnitDemand demand, UnitPricing pricing, double x) {
        return x >= demand.cutOff() ? demand.bid(pricing, x) : Double.NaN;
    }

    private static double played(UnitDemandAuction auction, TieOrder ties, double x, double... bids) {
        var outcome = auction.outcome(bids, ties);
        return outcome.units(0) * x - outcome.payment(0);
    }
}
