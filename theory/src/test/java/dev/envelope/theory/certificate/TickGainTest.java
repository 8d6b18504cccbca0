package dev.envelope.theory.certificate;

import static dev.envelope.theory.certificate.KnownGains.FIRST_PRICE;
import static dev.envelope.theory.certificate.KnownGains.UNIT;
import static dev.envelope.theory.certificate.KnownGains.game;
import static dev.envelope.theory.certificate.KnownGains.through;
import static dev.envelope.theory.certificate.KnownGains.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Gains where all messages are whole ticks. */
class TickGainTest {

    @Test
    void onATickGridRoundingCostsALittle() {
        ValueDistribution hundred = UniformDistribution.of(0, 100);
        BayesianGame game = game(FIRST_PRICE, hundred);
        PiecewiseLinearBid half = PiecewiseLinearBid.of(new double[] {0, 100}, new double[] {0, 50});
        GainBound fine = GainBound.onTicks(game, Collections.nCopies(2, half), 0.01);
        GainBound coarse = GainBound.onTicks(game, Collections.nCopies(2, half), 5);
        assertThat(fine.bound()).isBetween(0.0, 0.01);
        assertThat(coarse.found()).isBetween(0.01, 5.0);
        assertThat(GainBound.onTicks(game, Collections.nCopies(2, x -> 0.4 * x), 0.01)
                        .found())
                .isEqualTo(100 / 60.0, within(0.02));
    }

    @Test
    void onATickGridNobodyGainsWhereTheReserveIsAboveEveryValue() {
        for (Mechanism mechanism : List.of(
                FirstPriceAuction.of(2, OptionalDouble.of(2)),
                SecondPriceAuction.of(2, OptionalDouble.of(1.5)),
                new AllPayAuction(2, 1.5))) {
            GainBound bound = GainBound.onTicks(game(mechanism, UNIT), Collections.nCopies(2, x -> Double.NaN), 0.01);
            assertThat(bound.found()).isZero();
            assertThat(bound.bound()).isBetween(0.0, 1e-12);
        }
    }

    @Test
    void onATickGridAnEntryFeeIsPaidByWhoBidsAlone() {
        // x0·x0 − 0.2·x0 = 0.1 for two bidders; what is left is rounding, far below a tick.
        for (Mechanism mechanism : List.of(
                EntryFeeAuction.of(FirstPriceAuction.of(2, OptionalDouble.of(0.2)), 0.1),
                EntryFeeAuction.of(AllPayAuction.of(2), 0.1))) {
            BayesianGame game = game(mechanism, UNIT);
            List<BidFunction> strategies = ((Equilibrium) Equilibria.of(game)).strategies();
            assertThat(GainBound.onTicks(game, strategies, 0.01).bound()).isBetween(0.0, 0.01);
        }
        // Everybody is at home: type 1 gains 1 − 0.2 − 0.1 by bidding.
        BayesianGame game = game(EntryFeeAuction.of(FirstPriceAuction.of(2, OptionalDouble.of(0.2)), 0.1), UNIT);
        assertThat(GainBound.onTicks(game, Collections.nCopies(2, x -> Double.NaN), 0.01)
                        .found())
                .isEqualTo(0.7, within(1e-12));
        // Everybody bids the reserve: type 0 saves the fee, and 0.2 where it wins.
        assertThat(GainBound.onTicks(game, Collections.nCopies(2, x -> 0.2), 0.01)
                        .found())
                .isGreaterThanOrEqualTo(0.2);
        // Bids that do not count cost the fee.
        assertThat(GainBound.onTicksOfAgent(game, List.of(x -> 0.1, x -> 0.95), 0, 0.01)
                        .found())
                .isEqualTo(0.1, within(1e-12));
    }

    @Test
    void onATickGridThereIsNoBoundWithoutAReserveWhereNobodyMayBid() {
        BayesianGame game = game(EntryFeeAuction.of(SecondPriceAuction.of(2, OptionalDouble.empty()), 0.1), UNIT);
        List<BidFunction> strategies = ((Equilibrium) Equilibria.of(game)).strategies();
        assertThat(GainBound.obstacleOnTicks(game, strategies).orElseThrow()).contains("a reserve");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GainBound.onTicks(game, strategies, 0.01))
                .withMessageContaining("a reserve");
        assertThat(GainBound.obstacleOnTicks(game, Collections.nCopies(2, x -> x)))
                .isEmpty();
    }

    @Test
    void onATickGridGainsAreThoseOfPlayingRoundedStrategies() {
        double tick = 0.125;
        List<BidFunction> exact = List.of(through(0.06, 0.75), through(0.25, 0.9));
        List<BidFunction> rounded = exact.stream()
                .<BidFunction>map(bid -> x -> Math.rint(bid.message(x) / tick) * tick)
                .toList();
        GainBound bound = GainBound.onTicks(trade(1), exact, tick);
        double largest = 0;
        for (int i = 0; i <= 400; i++) {
            double type = i / 400.0;
            for (int t = 0; t <= 8; t++) {
                double own = rounded.get(0).message(type);
                largest = Math.max(largest, buyer(type, t * tick, rounded) - buyer(type, own, rounded));
            }
        }
        assertThat(bound.found()).isGreaterThanOrEqualTo(largest - 1e-9);
        assertThat(largest).isGreaterThan(0.5 * bound.found());
    }

    /** What a buyer that pays its bid earns against a seller's rounded asks. */
    private static double buyer(double value, double bid, List<BidFunction> strategies) {
        int sales = 0;
        for (int i = 0; i < 10_000; i++) {
            sales += strategies.get(1).message((i + 0.5) / 10_000) <= bid ? 1 : 0;
        }
        return (value - bid) * sales / 10_000;
    }
}
