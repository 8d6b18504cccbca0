package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.market.AgvAuction;
import dev.envelope.theory.efficient.market.AgvTrade;
import dev.envelope.theory.efficient.market.BalancedAuction;
import dev.envelope.theory.efficient.market.BalancedMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.VcgAuction;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalancedMarketSolverTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final List<ValueDistribution> UNLIKE = List.of(UNIT, UniformDistribution.of(-0.5, 3));
    private static final List<ValueDistribution> MIXED = List.of(UNIT, PowerDistribution.of(2, 0.2, 1.5), UNIT);

    @Test
    void truthIsABestResponse() {
        for (BalancedMarket market : List.of(
                AgvAuction.of(UNLIKE),
                BalancedAuction.of(UNLIKE),
                AgvAuction.of(Collections.nCopies(3, UNIT)),
                AgvTrade.of(UNIT, UniformDistribution.of(0.2, 1.3)))) {
            assertThat(Solved.largestGain(market, market.choice().types()))
                    .as(market.toString())
                    .isBetween(0.0, 1e-11);
        }
    }

    @Test
    void whatIsPlayedIsWorthWhatTheFormulaSays() {
        for (BalancedMarket market : List.of(AgvAuction.of(MIXED), BalancedAuction.of(MIXED))) {
            Equilibrium truth = Solved.game(market, MIXED);
            for (int i = 0; i < 2; i++) {
                BestResponse search = BestResponse.of(new BayesianGame(market, MIXED), truth.strategies(), i);
                double type = MIXED.get(i).quantile(0.6);
                double value = search.payoff(type, type);
                assertThat(value).isEqualTo(market.rules().interimUtility(i, type), within(1e-11));
                assertThat(search.payoff(type, MIXED.get(i).quantile(0.3))).isLessThan(value);
                // Above all rivals' types a report makes no difference.
                assertThat(search.payoff(type, MIXED.get(i).quantile(0.7))).isLessThan(value + 1e-14);
            }
        }
    }

    @Test
    void aMarketDesignedForOtherTypesIsAnsweredWithARefusal() {
        assertThat(Solved.refusal(AgvAuction.of(UNLIKE), UNIT, UNIT)).contains("designed for the types");
        Mechanism market = BalancedAuction.of(UNLIKE);
        assertThat(Equilibria.of(new BayesianGame(market, UNLIKE, new ConstantAbsoluteRiskAversion(1))))
                .isInstanceOfSatisfying(
                        NoEquilibrium.class, none -> assertThat(none.reason()).contains("risk-neutral"));
    }

    @Test
    void whoStaysAwayFromATradeThatIsBalancedGains() {
        AgvTrade trade = AgvTrade.of(UNIT, UNIT);
        Equilibrium truth = Solved.game(trade, UNIT, UNIT);
        assertThat(truth.name()).contains("all taking part");
        BestResponse buyer = BestResponse.of(new BayesianGame(trade, List.of(UNIT, UNIT)), truth.strategies(), 0);
        assertThat(buyer.payoff(0.5, 0.5)).isEqualTo(0.125 - 1 / 3.0, within(1e-12));
        assertThat(buyer.payoff(0.5, Mechanism.ABSTAIN)).isZero();
    }

    @Test
    void predictionsAreThoseOfAnEfficientMarketThatKeepsNothing() {
        Predictions agv = Solved.game(AgvAuction.of(UNLIKE), UNLIKE).predictions();
        Predictions vcg = Solved.game(VcgAuction.of(UNLIKE), UNLIKE).predictions();
        assertThat(agv.revenue()).isZero();
        assertThat(agv.gains()).isEqualTo(vcg.gains(), within(1e-13));
        assertThat(agv.tradeProbability()).isEqualTo(vcg.tradeProbability(), within(1e-13));
        assertThat(agv.surplus().get(0) + agv.surplus().get(1)).isEqualTo(agv.gains(), within(1e-13));
        Predictions balanced = Solved.game(BalancedAuction.of(UNLIKE), UNLIKE).predictions();
        assertThat(balanced.surplus().get(1)).isEqualTo(vcg.surplus().get(1), within(1e-13));
        Predictions trade = Solved.game(AgvTrade.of(UNIT, UNIT), UNIT, UNIT).predictions();
        assertThat(trade.gains()).isEqualTo(1 / 6.0, within(1e-14));
        assertThat(trade.tradeProbability()).isEqualTo(0.5, within(1e-14));
    }
}
