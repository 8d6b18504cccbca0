package dev.envelope.theory.certificate;

import static dev.envelope.theory.certificate.KnownGains.CLOSE;
import static dev.envelope.theory.certificate.KnownGains.UNIT;
import static dev.envelope.theory.certificate.KnownGains.boundOf;
import static dev.envelope.theory.certificate.KnownGains.bracket;
import static dev.envelope.theory.certificate.KnownGains.cubic;
import static dev.envelope.theory.certificate.KnownGains.curve;
import static dev.envelope.theory.certificate.KnownGains.game;
import static dev.envelope.theory.certificate.KnownGains.line;
import static dev.envelope.theory.certificate.KnownGains.nothing;
import static dev.envelope.theory.certificate.KnownGains.through;
import static dev.envelope.theory.certificate.KnownGains.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bounds on gains of buyers and sellers. */
class TradeGainTest {

    @Test
    void curvesOfASellerAreSeenFromItsSide() {
        BayesianGame game = trade(0.3);
        List<BidFunction> curves =
                List.of(cubic(x -> 0.1 + 0.5 * x + 0.1 * x * x), cubic(x -> 0.2 + 0.6 * x + 0.1 * x * x));
        List<BidFunction> lines =
                List.of(curve(x -> 0.1 + 0.5 * x + 0.1 * x * x), curve(x -> 0.2 + 0.6 * x + 0.1 * x * x));
        for (int agent = 0; agent < 2; agent++) {
            GainBound ofCurves = GainBound.ofAgent(game, curves, agent, Effort.USUAL);
            GainBound ofLines = GainBound.ofAgent(game, lines, agent, Effort.USUAL);
            assertThat(ofCurves.found()).isEqualTo(ofLines.found(), within(1e-4));
            assertThat(ofCurves.bound()).isBetween(ofLines.found() - 1e-6, ofCurves.found() * CLOSE);
        }
    }

    @Test
    void theGainFoundIsTheOneAnotherSearchFindsByPlaying() {
        BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(0.3), List.of(UNIT, UNIT));
        List<BidFunction> strategies = List.of(through(0.1, 0.7), through(0.2, 0.9));
        for (int agent = 0; agent < 2; agent++) {
            GainBound bound = GainBound.ofAgent(game, strategies, agent, Effort.USUAL);
            BestResponse search = BestResponse.of(game, strategies, agent);
            assertThat(search.gain(bound.type())).isEqualTo(bound.found(), within(bound.bound() - bound.found()));
            assertThat(search.payoff(bound.type(), bound.message()))
                    .isEqualTo(search.best(bound.type()).payoff(), within(bound.bound() - bound.found()));
        }
    }

    @Test
    void truthfulBuyersOfACallMarketForgoWhatIsKnown() {
        // Two buyers, two sellers: a bid b earns (v − b)·(3b² − 2b³) + b⁴/4, best at 2v/3, truth v⁴/4; gains are
        // largest at 36/43.
        double exact = Math.pow(36 / 43.0, 3) / 9;
        for (double k : new double[] {0, 1}) {
            BayesianGame game = game(KDoubleAuction.of(2, 2, k), UNIT);
            List<PiecewiseLinearBid> truth = Collections.nCopies(4, line(1));
            int shading = k == 1 ? 0 : 3;
            GainBound bound = GainBound.ofAgent(game, truth, shading, Effort.USUAL);
            bracket(bound.found(), exact, bound.bound());
            assertThat(bound.type()).isEqualTo(k == 1 ? 36 / 43.0 : 7 / 43.0, within(0.02));
            nothing(GainBound.ofAgent(game, truth, 3 - shading, Effort.USUAL));
            assertThat(GainBound.of(game, truth).bound()).isGreaterThanOrEqualTo(exact);
        }
    }

    @Test
    void aMarketOfOneBuyerAndOneSellerIsTheBilateralAuction() {
        List<BidFunction> strategies = List.of(through(0.1, 0.7), through(0.2, 0.9));
        for (int agent = 0; agent < 2; agent++) {
            GainBound market =
                    GainBound.ofAgent(game(KDoubleAuction.of(1, 1, 0.3), UNIT), strategies, agent, Effort.USUAL);
            GainBound trade = GainBound.ofAgent(trade(0.3), strategies, agent, Effort.USUAL);
            assertThat(market.found()).isEqualTo(trade.found(), within(0.02 * trade.found()));
            assertThat(market.bound()).isEqualTo(trade.bound(), within(0.03 * trade.found()));
        }
    }

    @Test
    void callMarketsThatAreSolvedHaveABoundOfTheirOwn() {
        for (double k : new double[] {0, 0.5, 1}) {
            assertThat(boundOf(game(KDoubleAuction.of(2, 3, k), UNIT))).isBetween(0.0, 2e-8);
        }
    }

    @Test
    void aMarketOfUnlikeStrategiesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        GainBound.of(game(KDoubleAuction.of(2, 1, 1), UNIT), List.of(line(1), line(0.9), line(1))))
                .withMessageContaining("the same for all on a side");
    }
}
