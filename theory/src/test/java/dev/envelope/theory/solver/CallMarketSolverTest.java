package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.callmarket.TradeReductionAuction;
import dev.envelope.theory.callmarket.VcgCallMarket;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.distribution.composite.PiecewiseLinearDistribution;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallMarketSolverTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void buyersShadeWhereTheyAloneSetThePrice() {
        Equilibrium equilibrium = Solved.game(KDoubleAuction.buyersBid(2, 2), UNIT, UNIT, UNIT, UNIT);
        assertThat(equilibrium.message(0, 0.7)).isEqualTo(1.4 / 3, within(1e-14));
        assertThat(equilibrium.message(3, 0.7)).isEqualTo(0.7);
        Predictions predictions = equilibrium.predictions();
        assertThat(predictions.gains()).isEqualTo(10 / 27.0, within(1e-12));
        assertThat(predictions.efficiency()).isEqualTo(1 - 2 / 27.0, within(1e-12));
        assertThat(predictions.revenue()).isZero();
        assertThat(predictions.surplus().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo(predictions.gains(), within(1e-12));
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isBetween(0.0, 1e-12);
    }

    @Test
    void sellersDoWhereTheyAloneSetIt() {
        Equilibrium equilibrium = Solved.game(KDoubleAuction.sellersOffer(1, 2), UNIT, UNIT, UNIT);
        assertThat(equilibrium.message(0, 0.7)).isEqualTo(0.7);
        assertThat(equilibrium.message(2, 0.4)).isEqualTo(1.8 / 3, within(1e-14));
    }

    @Test
    void oneOfEachPlaysTheBilateralAuction() {
        Equilibrium equilibrium = Solved.game(KDoubleAuction.of(1, 1, 0.5), UNIT, UNIT);
        assertThat(equilibrium.message(0, 0.6)).isEqualTo(1 / 12.0 + 0.4, within(1e-14));
        assertThat(equilibrium.predictions().gains()).isEqualTo(9 / 64.0, within(1e-13));
    }

    @Test
    void inBetweenBothSidesShade() {
        Equilibrium equilibrium = Solved.game(KDoubleAuction.of(2, 2, 0.5), UNIT, UNIT, UNIT, UNIT);
        assertThat(equilibrium.message(0, 0.7)).isLessThan(0.7);
        assertThat(equilibrium.message(2, 0.3)).isGreaterThan(0.3);
        // Rustichini, Satterthwaite and Williams (1994) lose 5.6 percent with two on each side, to three digits.
        assertThat(equilibrium.predictions().efficiency()).isEqualTo(1 - 0.056, within(1e-3));
        assertThat(equilibrium.name()).contains("least curvature");
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isBetween(0.0, 1e-11);
    }

    @Test
    void noDeviationGainsMoreThanABoundWhereBidsPoolAtTheHighestAsk() {
        UniformDistribution values = UniformDistribution.of(0, 2);
        Equilibrium equilibrium = Solved.game(KDoubleAuction.of(2, 2, 0.5), values, values, UNIT, UNIT);
        assertThat(equilibrium.message(0, 1.9)).isEqualTo(equilibrium.message(0, 1.7));
        assertThat(equilibrium.certificate().gainBound().orElseThrow()).isBetween(0.0, 1e-6);
    }

    @Test
    void whereTradeIsCertainNoSmoothEquilibriumIsNamed() {
        UniformDistribution values = UniformDistribution.of(2, 3);
        assertThat(Solved.refusal(KDoubleAuction.of(2, 1, 0.5), values, values, UNIT))
                .contains("lowest value below the highest cost");
    }

    @Test
    void truthIsDominantWherePricesAreOthersOffers() {
        Predictions mcAfee = Solved.game(McAfeeAuction.of(2, 3, 0, 1), UNIT, UNIT, UNIT, UNIT, UNIT)
                .predictions();
        assertThat(mcAfee.gains()).isEqualTo(5 / 12.0, within(1e-11));
        assertThat(mcAfee.revenue()).isEqualTo(1 / 30.0, within(1e-11));
        Predictions vcg = Solved.game(VcgCallMarket.of(2, 2, 0, 1), UNIT, UNIT, UNIT, UNIT)
                .predictions();
        assertThat(vcg.revenue()).isEqualTo(-0.2, within(1e-13));
        assertThat(vcg.efficiency()).isOne();
        assertThat(vcg.surplus().get(0)).isEqualTo((0.4 + 0.2) / 4, within(1e-13));
        Predictions reduced = Solved.game(TradeReductionAuction.of(2, 2), UNIT, UNIT, UNIT, UNIT)
                .predictions();
        assertThat(reduced.surplus().get(0)).isEqualTo(reduced.surplus().get(2), within(1e-13));
        assertThat(2 * reduced.surplus().get(0) + 2 * reduced.surplus().get(2) + reduced.revenue())
                .isEqualTo(reduced.gains(), within(1e-13));
        assertThat(Solved.refusal(VcgCallMarket.of(1, 1, 0, 2), UNIT, UNIT)).contains("other types");
        assertThat(Solved.refusal(McAfeeAuction.of(1, 1, 0, 0.5), UNIT, UNIT)).contains("other types");
    }

    @Test
    void tradersWhoDifferWithinTheirSideAreRefused() {
        assertThat(Solved.refusal(KDoubleAuction.buyersBid(2, 1), UNIT, PowerDistribution.of(2, 0, 1), UNIT))
                .contains("values have one distribution");
    }

    @Test
    void aSoleBuyerWhoseBidLeapsOverCostsThatNobodyHasIsBoundedToo() {
        ValueDistribution costs =
                MixtureDistribution.ofEqual(List.of(UniformDistribution.of(0, 0.1), UniformDistribution.of(0.5, 1)));
        Equilibrium equilibrium =
                Solved.game(KDoubleAuction.buyersBid(1, 2), UniformDistribution.of(0, 3), costs, costs);
        assertThat(equilibrium.message(0, 0.2)).isEqualTo(0.1, within(1e-12));
        assertThat(equilibrium.message(0, 2.9)).isGreaterThan(0.5);
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isBetween(0.0, 1e-12);
        assertThat(equilibrium.certificate().gainBound().orElseThrow()).isBetween(0.0, 3e-8);
    }

    @Test
    void sellersWhoAllButSetThePriceAskMoreAndMoreUpToTheHighestCost() {
        UniformDistribution values = UniformDistribution.of(0, 2);
        List<ValueDistribution> types = new ArrayList<>(Collections.nCopies(12, values));
        types.addAll(Collections.nCopies(5, UNIT));
        Equilibrium equilibrium = Solved.game(KDoubleAuction.of(12, 5, 0.1), types);
        // It is no exact one, and says so.
        assertThat(equilibrium.name()).endsWith("approximate");
        assertThat(equilibrium.certificate().isApproximate()).isTrue();
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isBetween(2e-8, 1e-6);
        assertThat(equilibrium.certificate().gainBound().orElseThrow()).isLessThan(1e-6);
        double steepness = (equilibrium.message(12, 1) - equilibrium.message(12, 0.99)) / 0.01;
        assertThat(steepness).isGreaterThan(2);
    }

    @Test
    void costsThatAreInfinitelyDenseAtTheirEndsMakeNoPathTooFarFromItsConditions() {
        List<ValueDistribution> types = new ArrayList<>(Collections.nCopies(3, UNIT));
        types.addAll(Collections.nCopies(4, new BetaDistribution(0.5, 0.5, 0, 1)));
        Equilibrium equilibrium = Solved.game(KDoubleAuction.of(3, 4, 0.3), types);
        assertThat(equilibrium.certificate().isApproximate()).isFalse();
        assertThat(equilibrium.certificate().gainBound().orElseThrow()).isLessThan(1e-7);
    }

    @Test
    void offersThatLeapOverAGapInCostsAreFollowedAsAPathThatAllButRests() {
        ValueDistribution costs =
                new PiecewiseLinearDistribution(List.of(0.0, 0.3, 0.7, 1.0), List.of(0.0, 0.5, 0.5, 1.0));
        Equilibrium equilibrium = Solved.game(KDoubleAuction.of(1, 4, 0.3), UNIT, costs, costs, costs, costs);
        // What the search for deviations finds is what a bound over all types and messages finds.
        double gain = equilibrium.certificate().largestGain().orElseThrow();
        assertThat(gain).isBetween(0.0, 1e-6);
        assertThat(equilibrium.certificate().gainBound().orElseThrow()).isBetween(gain, gain + 1e-7);
    }

    @Test
    void aRefusalSaysThatWhatIsNoEquilibriumIsNoSolutionEither() {
        ValueDistribution types =
                new PiecewiseLinearDistribution(List.of(0.0, 0.4, 0.6, 1.0), List.of(0.0, 0.5, 0.5, 1.0));
        assertThat(Solved.refusal(KDoubleAuction.of(2, 2, 0.5), types, types, types, types))
                .contains("what comes nearest to a solution of the first-order conditions", "missing them by ")
                .contains("is no equilibrium (smooth, of least curvature): a deviation gains 0.005");
    }

    @Test
    void aRefusalSaysWhatTheSearchCameTo() {
        // A sixth of all costs within a thousandth.
        ValueDistribution costs = new PiecewiseLinearDistribution(
                List.of(0.0, 0.077, 0.078, 0.22, 0.63, 0.635, 1.0),
                List.of(0.0, 1 / 6.0, 2 / 6.0, 3 / 6.0, 4 / 6.0, 5 / 6.0, 1.0));
        List<ValueDistribution> types = new ArrayList<>(Collections.nCopies(8, UNIT));
        types.addAll(Collections.nCopies(9, costs));
        assertThat(Solved.refusal(KDoubleAuction.of(8, 9, 0.3), types.toArray(ValueDistribution[]::new)))
                .contains("the nearest path of offers misses them by 0.0");
    }
}
