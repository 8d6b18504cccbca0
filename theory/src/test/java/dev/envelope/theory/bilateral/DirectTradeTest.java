package dev.envelope.theory.bilateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.solver.Equilibria;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectTradeTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);
    private static final Traders TRADERS = new Traders(UNIT, UNIT);

    @Test
    void efficientTradeChargesThePivotalPrices() {
        Traders traders = new Traders(UniformDistribution.of(0.25, 1), UniformDistribution.of(0, 0.8));
        DirectTrade vcg = new DirectTrade(TradingMechanism.efficient(traders));
        MarketOutcome cheap = vcg.outcome(new double[] {0.9, 0.1}, TieOrder.byIndex(2));
        assertThat(cheap.payment(0)).isEqualTo(0.25, within(1e-15));
        assertThat(cheap.payment(1)).isEqualTo(-0.8, within(1e-15));
        MarketOutcome close = vcg.outcome(new double[] {0.5, 0.4}, TieOrder.byIndex(2));
        assertThat(close.payment(0)).isEqualTo(0.4, within(1e-15));
        assertThat(close.payment(1)).isEqualTo(-0.5, within(1e-15));
        assertThat(vcg.outcome(new double[] {0.3, 0.4}, TieOrder.byIndex(2))).isEqualTo(MarketOutcome.nothing(2));
    }

    @Test
    void theBrokerKeepsTheSpread() {
        DirectTrade broker = new DirectTrade(TradingMechanism.broker(TRADERS));
        MarketOutcome outcome = broker.outcome(new double[] {0.9, 0.2}, TieOrder.byIndex(2));
        assertThat(outcome.payment(0)).isEqualTo(0.7, within(1e-15));
        assertThat(outcome.payment(1)).isEqualTo(-0.4, within(1e-15));
    }

    @Test
    void truthIsABestResponseAndTheHouseGetsWhatIsPredicted() {
        for (Traders traders :
                List.of(TRADERS, new Traders(PowerDistribution.of(2, 0, 1), PowerDistribution.of(0.5, 0, 1)))) {
            for (TradingMechanism rule : List.of(
                    TradingMechanism.efficient(traders),
                    TradingMechanism.secondBest(traders).orElseThrow(),
                    TradingMechanism.broker(traders))) {
                DirectTrade trade = new DirectTrade(rule);
                BayesianGame game = new BayesianGame(trade, trade.types());
                Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
                assertThat(equilibrium.predictions().revenue()).isEqualTo(house(trade), within(5e-4));
            }
        }
        BayesianGame game = new BayesianGame(
                new DirectTrade(TradingMechanism.secondBest(TRADERS).orElseThrow()), List.of(UNIT, UNIT));
        assertThat(BestResponse.largestGain(game, ((Equilibrium) Equilibria.of(game)).strategies(), 5))
                .isBetween(0.0, 1e-12);
    }

    @Test
    void otherTypesThanItWasDesignedForAreRefused() {
        DirectTrade trade = new DirectTrade(TradingMechanism.broker(TRADERS));
        BayesianGame game = new BayesianGame(trade, List.of(UNIT, UniformDistribution.of(0, 2)));
        assertThat(Equilibria.of(game)).isInstanceOf(NoEquilibrium.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trade.outcome(new double[] {1.5, 0}, TieOrder.byIndex(2)))
                .withMessageContaining("messages[0]: 1.5");
    }

    /** E[Σ payments] by playing a grid of values against integrated costs. */
    private static double house(DirectTrade trade) {
        int points = 40;
        double sum = 0;
        for (int i = 0; i < points; i++) {
            double value = trade.types().get(0).quantile((i + 0.5) / points);
            double last = trade.rule().highestCost(value);
            double ranks =
                    last > trade.types().get(1).lower() ? trade.types().get(1).cdf(last) : 0;
            sum += Quadrature.integrateWithin(
                    1e-7,
                    r -> {
                        double cost = trade.types().get(1).quantile(r);
                        MarketOutcome outcome = trade.outcome(new double[] {value, cost}, TieOrder.byIndex(2));
                        return outcome.payment(0) + outcome.payment(1);
                    },
                    0,
                    ranks);
        }
        return sum / points;
    }
}
