package dev.envelope.theory.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import org.junit.jupiter.api.Test;

class SeveralWantedTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void truthUnderVickreysPaymentsBringsWhatTheOthersWouldHaveHad() {
        Equilibrium equilibrium = (Equilibrium) of(2, 2, 2, UnitPricing.VICKREY).solution();
        // Each keeps the other from both units, worth 1 on average to it, of 7/5 in all.
        assertThat(equilibrium.predictions().revenue()).isEqualTo(2 - 7 / 5.0, within(ROUNDING));
        assertThat(equilibrium.predictions().gains()).isEqualTo(7 / 5.0, within(ROUNDING));
        assertThat(equilibrium.predictions().surplus().get(1)).isEqualTo(0.4, within(ROUNDING));
        assertThat(equilibrium.message(1, 0.3)).isEqualTo(0.3);
    }

    @Test
    void demandIsReducedWhereThereIsAUnitForEveryBidder() {
        Equilibrium equilibrium =
                (Equilibrium) of(2, 3, 3, UnitPricing.HIGHEST_REJECTED).solution();
        assertThat(equilibrium.name()).contains("demand reduction");
        assertThat(equilibrium.predictions().revenue()).isZero();
        assertThat(equilibrium.predictions().gains()).isEqualTo(2, within(ROUNDING)); // 3 · 2/3
        assertThat(equilibrium.predictions().efficiency()).isLessThan(1);
    }

    @Test
    void elsewhereTheReasonIsGivenWithWhatTruthWouldBring() {
        assertThat(reason(of(2, 3, 2, UnitPricing.HIGHEST_REJECTED))).contains("demand reduction", "would bring");
        assertThat(reason(of(3, 2, 2, UnitPricing.HIGHEST_REJECTED))).contains("2 bidders that want 3 of 2 units");
        assertThat(reason(of(2, 2, 2, UnitPricing.DISCRIMINATORY))).contains("what they bid", "would bring 1.4");
        assertThat(reason(of(2, 2, 2, UnitPricing.LOWEST_ACCEPTED))).contains("the lowest accepted bid");
    }

    private static SeveralWanted of(int wanted, int bidders, int units, UnitPricing pricing) {
        return new SeveralWanted(new IndependentDraws(UniformDistribution.of(0, 1), wanted, bidders, units), pricing);
    }

    private static String reason(SeveralWanted wanted) {
        return ((NoEquilibrium) wanted.solution()).reason();
    }
}
