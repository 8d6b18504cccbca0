package dev.envelope.theory.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeLossTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final BidFunction TRUTH = x -> x;

    /** Against truth a bid b earns vb − (1+k)·b²/2, most at v/(1+k): v²/(2(1+k)), and v²(1−k)/2 at b = v. */
    @Test
    void truthAgainstTruthIsTheClosedForm() {
        for (double k : new double[] {0.25, 0.5, 1}) {
            TradeLoss buyer = TradeLoss.ofBuyer(k, UNIT, TRUTH, UNIT, TRUTH);
            double share = 1 / (2 * (1 + k)) - (1 - k) / 2;
            assertThat(buyer.gain(0.7)).isEqualTo(0.49 * share, within(1e-14));
            assertThat(buyer.expectedGain()).isEqualTo(share / 3, within(1e-11));
            assertThat(buyer.largestGain()).isEqualTo(share, within(1e-13));
            assertThat(buyer.worstType()).isEqualTo(1);
            assertThat(buyer.best(0.7).orElseThrow()).isEqualTo(0.7 / (1 + k), within(1e-10));
            TradeLoss mirrored = TradeLoss.ofSeller(1 - k, UNIT, TRUTH, UNIT, TRUTH);
            assertThat(mirrored.expectedGain()).isEqualTo(share / 3, within(1e-11));
            assertThat(mirrored.best(0.3).orElseThrow()).isEqualTo(1 - 0.7 / (1 + k), within(1e-10));
            assertThat(mirrored.expectedPayoff()).isEqualTo((1 - k) / 6, within(1e-12));
        }
    }

    @Test
    void linearEquilibriumLosesNothing() {
        BidFunction bid = v -> Math.min(v, 2 * v / 3 + 1 / 12.0);
        BidFunction ask = c -> Math.max(c, 2 * c / 3 + 0.25);

        assertThat(TradeLoss.ofBuyer(0.5, UNIT, bid, UNIT, ask).largestGain()).isLessThan(1e-12);
        assertThat(TradeLoss.ofSeller(0.5, UNIT, bid, UNIT, ask).largestGain()).isLessThan(1e-12);
    }

    /** A seller that always asks 0.4 sells to every bid of at least that, and at k = 1/2 the best bid is 0.4 itself. */
    @Test
    void oneAskMeetsTheBidThatEqualsIt() {
        TradeLoss buyer = TradeLoss.ofBuyer(0.5, UNIT, TRUTH, UNIT, c -> 0.4);

        assertThat(buyer.payoff(0.9, 0.4)).isEqualTo(0.5, within(1e-15));
        assertThat(buyer.payoff(0.9, 0.6)).isEqualTo(0.4, within(1e-15));
        assertThat(buyer.payoff(0.9, 0.39)).isZero();
        assertThat(buyer.best(0.9).orElseThrow()).isEqualTo(0.4);
        // ∫ (v − 0.4)/2 dv from 0.4 on
        assertThat(buyer.expectedGain()).isEqualTo(0.09, within(1e-12));
    }

    @Test
    void agreesWithTheSearchThatPlaysTheMechanism() {
        List<ValueDistribution> types = List.of(PowerDistribution.of(2, 0, 1), UniformDistribution.of(0.1, 0.8));
        List<BidFunction> profile = List.of(v -> 0.9 * v, c -> 0.2 + 0.7 * c);
        BayesianGame game = new BayesianGame(KDoubleAuction.of(1, 1, 0.3), types);
        TradeLoss buyer = TradeLoss.ofBuyer(0.3, types.get(0), profile.get(0), types.get(1), profile.get(1));
        TradeLoss seller = TradeLoss.ofSeller(0.3, types.get(0), profile.get(0), types.get(1), profile.get(1));
        for (double type : new double[] {0.2, 0.5, 0.75}) {
            assertThat(buyer.gain(type))
                    .isEqualTo(BestResponse.of(game, profile, 0).gain(type), within(1e-10));
            assertThat(seller.gain(type))
                    .isEqualTo(BestResponse.of(game, profile, 1).gain(type), within(1e-10));
        }
    }

    @Test
    void whatItDoesNotKnowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeLoss.ofBuyer(1.5, UNIT, TRUTH, UNIT, TRUTH))
                .withMessageContaining("k: 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeLoss.ofBuyer(0.5, UNIT, TRUTH, UNIT, c -> 1 - c))
                .withMessageContaining("not below the bids of lower types");
    }
}
