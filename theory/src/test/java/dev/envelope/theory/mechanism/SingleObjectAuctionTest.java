package dev.envelope.theory.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.DirectMechanism;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SingleObjectAuctionTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void firstPriceWinnersPayTheirBid() {
        sells(FirstPriceAuction.of(3, NONE), 1, 7, 3, 7, 5);
    }

    @Test
    void secondPriceWinnersPayTheSecondBid() {
        sells(SecondPriceAuction.of(3, NONE), 1, 5, 3, 7, 5);
    }

    @Test
    void secondPriceChargesTheReserveWhenOneBids() {
        sells(SecondPriceAuction.of(3, OptionalDouble.of(4)), 1, 4, Mechanism.ABSTAIN, 7, Mechanism.ABSTAIN);
        sells(SecondPriceAuction.of(3, OptionalDouble.of(4)), 1, 4, 3, 7, Mechanism.ABSTAIN);
    }

    @Test
    void aBidAtTheReserveCountsAndOneBelowDoesNot() {
        sells(FirstPriceAuction.of(2, OptionalDouble.of(4)), 0, 4, 4, 3.99);
        sellsNothing(FirstPriceAuction.of(2, OptionalDouble.of(4)), 3.99, 3);
        sellsNothing(SecondPriceAuction.of(2, OptionalDouble.of(4)), 3.99, 3);
    }

    @Test
    void aSoleBidWithoutAReservePaysNothingOrItself() {
        sells(SecondPriceAuction.of(2, NONE), 0, 0, 7, Mechanism.ABSTAIN);
        sells(SecondPriceAuction.of(2, NONE), 0, -7, -7, Mechanism.ABSTAIN);
    }

    @Test
    void vcgChargesTheHarmToOthersAndAtLeastTheLowestType() {
        VcgAuction vcg = VcgAuction.of(List.of(UniformDistribution.of(20, 60), UniformDistribution.of(-10, 50)));
        sells(vcg, 0, 40, 45, 40);
        sells(vcg, 0, 20, 45, 10);
        sells(vcg, 1, 25, 25, 30);
        sells(vcg, 0, 20, 45, Mechanism.ABSTAIN);
    }

    @Test
    void vcgKeepsAnObjectThatNobodyWants() {
        VcgAuction vcg = VcgAuction.of(List.of(UniformDistribution.of(-10, 50), UniformDistribution.of(-10, 50)));
        sellsNothing(vcg, -1, -2);
        sells(vcg, 0, 0, 10, -2);
        sells(vcg, 0, 0, 0, -2);
    }

    @Test
    void theOptimalAuctionFavoursTheDisadvantaged() {
        OptimalAuction optimal = twoUniforms(0);
        sellsNothing(optimal, 59, 39);
        sells(optimal, 0, 60, 60, 39);
        sells(optimal, 1, 40, 59, 40);
        sells(optimal, 1, 52, 72, 53);
        sells(optimal, 0, 73, 75, 53);
    }

    @Test
    void optimalPaymentsOfWholeNumbersAreExactHalves() {
        OptimalAuction optimal =
                OptimalAuction.of(List.of(UniformDistribution.of(0, 121), UniformDistribution.of(0, 80)), 0);
        sells(optimal, 0, 2 * 53 / 2.0 - 40 + 60.5, 80, 53);
        sells(optimal, 0, 60.5, 80, 1);
    }

    @Test
    void aWinnerWhoseVirtualValueTiesPaysItsReport() {
        sells(twoUniforms(0), 0, 72, 72, 52);
        MarketOutcome other = twoUniforms(0).outcome(new double[] {72, 52}, TieOrder.of(1, 0));
        assertThat(other).isEqualTo(MarketOutcome.sale(2, 1, 52));
    }

    @Test
    void theSellersValueRaisesTheReserves() {
        OptimalAuction optimal = twoUniforms(20);
        assertThat(optimal.reserve(0)).isEqualTo(70);
        assertThat(optimal.reserve(1)).isEqualTo(50);
        sellsNothing(optimal, 69, 49);
        sells(optimal, 1, 50, 69, 55);
    }

    @Test
    void whereTheReserveDoesNotBindTheWinnerPaysAtLeastTheLowestType() {
        OptimalAuction optimal =
                OptimalAuction.of(List.of(UniformDistribution.of(30, 50), UniformDistribution.of(30, 50)), 0);
        sells(optimal, 0, 30, 40, 30);
        sells(optimal, 0, 30, 30, Mechanism.ABSTAIN);
    }

    @Test
    void aSellerWhoValuesTheObjectMostKeepsIt() {
        OptimalAuction optimal = twoUniforms(500);
        sellsNothing(optimal, 120, 80);
        assertThat(optimal.reserve(0)).isInfinite();
    }

    @Test
    void typesOnAFlatTieAndOneAboveItPaysPartOfItsWidth() {
        ValueDistribution bimodal = new MixtureDistribution(List.of(
                new MixtureDistribution.Component(0.75, UniformDistribution.of(0, 3)),
                new MixtureDistribution.Component(0.25, UniformDistribution.of(3, 8))));
        OptimalAuction optimal = OptimalAuction.of(Collections.nCopies(3, bimodal), 0);
        double lo = (7 - Math.sqrt(5)) / 2;
        double hi = (11 - Math.sqrt(5)) / 2;
        // 3 and 4 are on the flat: the order of ties decides, and the winner pays the flat's lower end.
        MarketOutcome tied = optimal.outcome(new double[] {3, 4, 1}, TieOrder.byIndex(3));
        assertThat(tied.units(0)).isOne();
        assertThat(tied.payment(0)).isEqualTo(lo, within(1e-6));
        // Against two of the flat it wins one time in three from its lower end on, surely from its upper end on.
        MarketOutcome above = optimal.outcome(new double[] {3, 4, 6}, TieOrder.byIndex(3));
        assertThat(above.units(2)).isOne();
        assertThat(above.payment(2)).isEqualTo(hi - (hi - lo) / 3, within(1e-6));
        assertThat(optimal.reserve(1)).isEqualTo(2, within(1e-12));
    }

    @Test
    void aReportOutsideTheSupportIsRefused() {
        List<ValueDistribution> types = List.of(UniformDistribution.of(0, 100), UniformDistribution.of(0, 100));
        Mechanism first = FirstPriceAuction.of(2, NONE);
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(new BayesianGame(first, types));
        for (Mechanism mechanism : List.of(
                VcgAuction.of(types), OptimalAuction.of(types, 0), DirectMechanism.of(first, equilibrium, types))) {
            for (double report : new double[] {-0.5, 100.5}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> mechanism.outcome(new double[] {50, report}, TieOrder.byIndex(2)))
                        .withMessageContaining("messages[1]: " + report + " (expected: a type in [0.0, 100.0]");
            }
        }
    }

    @Test
    void impossibleAuctionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirstPriceAuction.of(0, NONE))
                .withMessageContaining("bidders: 0 (expected: at least 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecondPriceAuction.of(2, OptionalDouble.of(Double.NaN)))
                .withMessageContaining("reserve: NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> VcgAuction.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptimalAuction.of(List.of(UniformDistribution.of(0, 1)), Double.NaN))
                .withMessageContaining("sellerValue: NaN");
    }

    private static OptimalAuction twoUniforms(double sellerValue) {
        return OptimalAuction.of(List.of(UniformDistribution.of(0, 120), UniformDistribution.of(0, 80)), sellerValue);
    }

    private static void sells(Mechanism mechanism, int winner, double payment, double... messages) {
        assertThat(mechanism.outcome(messages, TieOrder.byIndex(messages.length)))
                .isEqualTo(MarketOutcome.sale(messages.length, winner, payment));
    }

    private static void sellsNothing(Mechanism mechanism, double... messages) {
        assertThat(mechanism.outcome(messages, TieOrder.byIndex(messages.length)))
                .isEqualTo(MarketOutcome.nothing(messages.length));
    }
}
