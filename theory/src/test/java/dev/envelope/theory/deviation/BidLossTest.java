package dev.envelope.theory.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BidLossTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    private static BidLoss loss(Mechanism mechanism, BidFunction... bids) {
        return BidLoss.of(new BayesianGame(mechanism, Collections.nCopies(bids.length, UNIT)), List.of(bids), 0);
    }

    /** Against 0.4·X the best bid is min(x/2, 0.4): gain x²·(0.625 − 0.6) below x = 0.8, x − 0.4 − 0.6x² above. */
    @Test
    void firstPriceLossIsTheClosedForm() {
        BidFunction low = x -> 0.4 * x;
        BidLoss loss = loss(FirstPriceAuction.of(2, OptionalDouble.empty()), low, low);

        assertThat(loss.gain(0.5)).isEqualTo(0.025 * 0.25, within(1e-15));
        assertThat(loss.gain(0.9)).isEqualTo(0.5 - 0.6 * 0.81, within(1e-15));
        assertThat(loss.best(0.9).orElseThrow()).isEqualTo(0.4, within(1e-15));
        assertThat(loss.expectedGain()).isEqualTo(1 / 150.0, within(1e-12));
        // (5/6, 1/60) is where x − 0.4 − 0.6x² is highest
        assertThat(loss.largestGain()).isEqualTo(1 / 60.0, within(1e-15));
        assertThat(loss.expectedPayoff()).isEqualTo(0.2, within(1e-14));
    }

    @Test
    void equilibriaLoseNothing() {
        BidFunction first = x -> 2 * x / 3;
        BidFunction allPay = x -> 2 * x * x * x / 3;
        BidFunction truth = x -> x;

        assertThat(loss(FirstPriceAuction.of(3, OptionalDouble.empty()), first, first, first)
                        .largestGain())
                .isLessThan(1e-15);
        assertThat(loss(AllPayAuction.of(3), allPay, allPay, allPay).largestGain())
                .isLessThan(1e-15);
        assertThat(loss(SecondPriceAuction.of(3, OptionalDouble.of(0.4)), truth, truth, truth)
                        .largestGain())
                .isLessThan(1e-15);
    }

    /** Against two truthful rivals b earns xb² − b³/3, most at min(2x, 1). */
    @Test
    void thirdPriceLossIsTheClosedForm() {
        BidFunction truth = x -> x;
        BidLoss loss = loss(ThirdPriceAuction.of(3), truth, truth, truth);

        assertThat(loss.gain(0.3)).isEqualTo(2 * 0.027 / 3, within(1e-13));
        assertThat(loss.gain(0.8)).isEqualTo(0.8 - 1 / 3.0 - 2 * 0.512 / 3, within(1e-13));
        assertThat(loss.expectedGain()).isEqualTo(1 / 16.0, within(1e-11));

        BidLoss unlike = loss(ThirdPriceAuction.of(3), truth, truth, x -> 0.5 + x);

        assertThat(unlike.payoff(0.6, 0.5)).isEqualTo(0, within(1e-15));
        // one half is the chance that the second rival is below 1, where the lower one is 1/8 + (1/2)·(2/3) on average
        assertThat(unlike.payoff(0.6, 1)).isEqualTo(0.5 * (0.6 - 11 / 24.0), within(1e-13));
        assertThat(unlike.payoff(0.6, 2)).isEqualTo(0.6 - 23 / 48.0, within(1e-13));
    }

    /** The other search plays the mechanism itself; golden sections of both end within 1e-8 of the same bid. */
    @Test
    void agreesWithTheSearchThatPlaysTheMechanism() {
        BidFunction own = x -> 0.3 + x / 3;
        BidFunction square = x -> 0.2 + x * x / 2;
        BidFunction half = x -> 0.1 + x / 2;
        List<ValueDistribution> types = List.of(UNIT, PowerDistribution.of(2, 0, 1), UniformDistribution.of(0, 1.5));
        for (Mechanism mechanism : List.of(
                FirstPriceAuction.of(3, OptionalDouble.of(0.35)),
                SecondPriceAuction.of(3, OptionalDouble.of(0.35)),
                new AllPayAuction(3, 0.15))) {
            BayesianGame game = new BayesianGame(mechanism, types);
            List<BidFunction> profile = List.of(own, square, half);
            BidLoss loss = BidLoss.of(game, profile, 0);
            BestResponse search = BestResponse.of(game, profile, 0);
            for (double x : new double[] {0.2, 0.7, 1}) {
                assertThat(loss.gain(x)).as(mechanism + " at " + x).isEqualTo(search.gain(x), within(1e-11));
                assertThat(loss.payoff(x, 0.5)).isEqualTo(search.payoff(x, 0.5), within(1e-11));
            }
        }
    }

    /** All bid 0.4: a third wins each at (x − 0.4)/3, and just above it all of it; below 0.4 it is best to lose. */
    @Test
    void flatBidsTieAndAreBeatenByAHair() {
        BidFunction flat = x -> 0.4;
        BidLoss first = loss(FirstPriceAuction.of(3, OptionalDouble.empty()), flat, flat, flat);

        assertThat(first.prescribed(0.7)).isEqualTo(0.1, within(1e-15));
        assertThat(first.gain(0.7)).isEqualTo(0.2, within(1e-15));
        assertThat(first.gain(0.1)).isEqualTo(0.1, within(1e-15));
        assertThat(first.best(0.7).orElseThrow()).isEqualTo(0.4);
        assertThat(first.best(0.1)).isEmpty();
        // (2/3)·0.18 above and (1/3)·0.08 below
        assertThat(first.expectedGain()).isEqualTo(0.36 / 3 + 0.08 / 3, within(1e-12));
        assertThat(first.largestGain()).isEqualTo(0.4, within(1e-15));
        assertThat(first.worstType()).isEqualTo(1);

        BidLoss capped = loss(SecondPriceAuction.of(2, OptionalDouble.empty()), x -> Math.min(x, 0.4), flat);
        // a tie wins x − 0.4 half of the time, the truth all of it
        assertThat(capped.gain(0.8)).isEqualTo(0.2, within(1e-15));
        assertThat(capped.gain(0.3)).isZero();
    }

    /** Against 0.8·X²/2 the all-pay gain is closed; a type whose best is nothing bids 0. */
    @Test
    void allPayBestReplies() {
        BidFunction high = x -> x;
        BidLoss loss = loss(AllPayAuction.of(2), high, high);

        assertThat(loss.best(0.5).orElseThrow()).isZero();
        assertThat(loss.gain(0.5)).isEqualTo(0.25, within(1e-15));
        BidLoss low = loss(AllPayAuction.of(2), high, x -> 0.4 * x * x);
        // x·√(b/0.4) − b is highest at b = x²/1.6
        assertThat(low.best(0.5).orElseThrow()).isEqualTo(0.25 / 1.6, within(1e-11));
    }

    @Test
    void whatItDoesNotKnowIsRefused() {
        BidFunction truth = x -> x;
        BidFunction falling = x -> 1 - x;
        BayesianGame direct = new BayesianGame(OptimalAuction.of(List.of(UNIT, UNIT), 0), List.of(UNIT, UNIT));
        assertThatIllegalArgumentException().isThrownBy(() -> BidLoss.of(direct, List.of(truth, truth), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss(FirstPriceAuction.of(2, OptionalDouble.empty()), truth, falling))
                .withMessageContaining("not below the bids of lower types");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss(ThirdPriceAuction.of(3), truth, x -> 0.5, truth))
                .withMessageContaining("positive probability");
    }
}
