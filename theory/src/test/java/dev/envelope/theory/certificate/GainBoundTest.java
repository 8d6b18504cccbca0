package dev.envelope.theory.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.VcgAuction;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class GainBoundTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final Mechanism FIRST_PRICE = FirstPriceAuction.of(2, OptionalDouble.empty());
    private static final int POINTS = 1025;

    /** How close a bound is asked to be: 2 % of the largest gain, which is more of the average. */
    private static final double CLOSE = 1.05;

    @Test
    void riskAverseBidsThatAreTooLowAreFoundInMoneyForCertain() {
        // With z^(1/2) the equilibrium of two is 2x/3. Against x/2, a bid b of type 1 is worth (2b)²·(1 − b), best at b
        // = 1/2.
        BayesianGame game = new BayesianGame(
                FirstPriceAuction.of(2, OptionalDouble.empty()),
                List.of(UniformDistribution.of(0, 1), UniformDistribution.of(0, 1)),
                new ConstantRelativeRiskAversion(0.5));
        BidFunction exact = PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, 2 / 3.0});
        assertThat(GainBound.of(game, List.of(exact, exact)).bound()).isBetween(0.0, 1e-6);
        BidFunction quarter = PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, 0.25});
        BidFunction half = PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, 0.5});
        GainBound bound = GainBound.ofAgent(game, List.of(quarter, half), 0, GainBound.Effort.USUAL);
        // The prescribed 1/4 is worth (1/2)²·(3/4) to type 1.
        assertThat(bound.found()).isEqualTo(0.5 - 0.1875, within(1e-6));
        assertThat(bound.bound()).isBetween(bound.found(), bound.found() * 1.021);
    }

    /**
     * Two units, three bidders that bid a quarter of their values: a bid b wins where not both rivals have more than 4b, and with the lowest
     * accepted price pays the higher rival bid, (4y)² distributed, where that is lower.
     */
    @Test
    void bidsForUnitsThatAreTooLowAreSeenToLose() {
        for (UnitPricing pricing : List.of(UnitPricing.DISCRIMINATORY, UnitPricing.LOWEST_ACCEPTED)) {
            BayesianGame game = new BayesianGame(UnitDemandAuction.of(3, 2, pricing), Collections.nCopies(3, UNIT));
            DoubleUnaryOperator refund = b -> pricing == UnitPricing.DISCRIMINATORY ? 0 : 16 * b * b * b / 3;
            double gain = 0;
            for (int i = 0; i <= 1000; i++) {
                double own = unitPayoff(i / 1000.0, i / 4000.0, refund);
                for (int k = 0; k <= 1000; k++) {
                    gain = Math.max(gain, unitPayoff(i / 1000.0, k / 4000.0, refund) - own);
                }
            }
            GainBound bound = GainBound.of(
                    game, Collections.nCopies(3, PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, 0.25})));

            assertThat(gain).isGreaterThan(0.01);
            bracket(bound.found(), gain, bound.bound());
            assertThat(bound.bound()).isLessThan(CLOSE * gain);
        }
    }

    private static double unitPayoff(double value, double bid, DoubleUnaryOperator refund) {
        double chance = 1 - (1 - 4 * bid) * (1 - 4 * bid);
        return (value - bid) * chance + refund.applyAsDouble(bid);
    }

    /** Truth gains nothing where the highest rejected bid is paid, whoever the rivals are. */
    @Test
    void truthAboutUnitsGainsNothing() {
        List<ValueDistribution> types = List.of(UNIT, new BetaDistribution(2, 3, 0, 1), UniformDistribution.of(0.2, 2));
        BayesianGame game = new BayesianGame(
                new UnitDemandAuction(3, new MultiUnitAuction(2, UnitPricing.HIGHEST_REJECTED, 0.3)), types);
        List<BidFunction> truth = types.stream()
                .<BidFunction>map(type -> PiecewiseLinearBid.of(
                        new double[] {type.lower(), type.upper()}, new double[] {type.lower(), type.upper()}))
                .toList();

        assertThat(GainBound.of(game, truth).bound()).isBetween(0.0, 1e-6);
    }

    @Test
    void linearBidsThatAreTooLowAreSeenToLose() {
        // Against 0.4·x a bid b wins with b/0.4: the best is x/2 up to x = 0.8 and 0.4 above; own earnings are 0.6·x².
        GainBound bound = symmetric(FIRST_PRICE, line(0.4));
        bracket(bound.found(), 1 / 60.0, bound.bound());
        assertThat(bound.averageBound()).isBetween(1 / 150.0, CLOSE / 150);
        assertThat(bound.type()).isEqualTo(5 / 6.0, within(0.01));
        assertThat(bound.message()).isEqualTo(0.4, within(0.01));
    }

    @Test
    void oneBidderOfFourThatBidsTooMuchIsSeenToLose() {
        BayesianGame game = game(FirstPriceAuction.of(4, OptionalDouble.empty()), UNIT);
        List<BidFunction> strategies = List.of(line(0.85), line(0.75), line(0.75), line(0.75));
        double exact = Quadrature.integrate(
                x -> x * x * x * x / 4 - 0.15 * x * Math.min(1, Math.pow(0.85 * x / 0.75, 3)), 0, 0.75 / 0.85, 1);
        assertThat(GainBound.ofAgent(game, strategies, 0, Effort.USUAL).averageBound())
                .isBetween(exact, exact * CLOSE);
    }

    @Test
    void scaledAllPayBidsAreSeenToLose() {
        assertThat(symmetric(AllPayAuction.of(2), curve(x -> 0.4 * x * x)).averageBound())
                .isBetween(allPayLoss(0.8), allPayLoss(0.8) * CLOSE);
        assertThat(symmetric(AllPayAuction.of(2), curve(x -> 0.6 * x * x)).averageBound())
                .isBetween(allPayLoss(1.2), allPayLoss(1.2) * CLOSE);
    }

    @Test
    void aStrategyOfWhichOnlyMonotonicityIsKnownGetsAWeakerBoundOfTheSameGain() {
        GainBound opaque = symmetric(FIRST_PRICE, x -> 0.4 * x);
        bracket(opaque.found(), 1 / 60.0, opaque.bound());
    }

    @Test
    void curvesLoseWhatIsKnownOfThem() {
        GainBound low = symmetric(FIRST_PRICE, cubic(x -> 0.4 * x));
        bracket(low.found(), 1 / 60.0, low.bound());
        for (double factor : new double[] {0.8, 1.2}) {
            double exact = allPayLoss(factor);
            GainBound bound = symmetric(AllPayAuction.of(2), cubic(x -> factor * x * x / 2));
            // The bound of every type is cut to within 2 % of the largest gain for messages, and about as much for
            // types.
            assertThat(bound.averageBound()).isBetween(exact, exact + 0.05 * bound.found());
        }
    }

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
    void whatASolverPlaysHasABoundOfItsOwn() {
        for (OptionalDouble reserve : List.of(OptionalDouble.empty(), OptionalDouble.of(0.3))) {
            assertThat(boundOf(new BayesianGame(
                            FirstPriceAuction.of(2, reserve), List.of(UNIT, UniformDistribution.of(0.5, 1.5)))))
                    .isBetween(0.0, 4e-8);
        }
        assertThat(boundOf(new BayesianGame(
                        FirstPriceAuction.of(3, OptionalDouble.of(0.2)),
                        List.of(UNIT, PowerDistribution.of(3, 0, 1), UniformDistribution.of(0, 0.6)))))
                .isBetween(0.0, 4e-8);
        assertThat(boundOf(
                        new BayesianGame(BilateralDoubleAuction.of(0.5), List.of(PowerDistribution.of(2, 0, 1), UNIT))))
                .isBetween(0.0, 4e-8);
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

    private static double boundOf(BayesianGame game) {
        return ((Equilibrium) Equilibria.of(game)).certificate().gainBound().orElseThrow();
    }

    private static PiecewiseCubicBid cubic(DoubleUnaryOperator bid) {
        return PiecewiseCubicBid.through(bid, 1e-10, 0, 1);
    }

    @Test
    void equilibriaGainNothing() {
        nothing(symmetric(FIRST_PRICE, line(0.5)));
        nothing(symmetric(FirstPriceAuction.of(3, OptionalDouble.empty()), line(2 / 3.0)));
        nothing(symmetric(SecondPriceAuction.of(3, OptionalDouble.of(0.4)), line(1)));
        nothing(symmetric(AllPayAuction.of(2), curve(x -> x * x / 2)));
        nothing(GainBound.of(trade(0.5), List.of(through(1 / 12.0, 0.75), through(0.25, 11 / 12.0))));
        PiecewiseLinearBid withReserve =
                PiecewiseLinearBid.through(x -> 2 * x / 3 + 0.125 / (3 * x * x), 0.5, 1, POINTS);
        nothing(symmetric(FirstPriceAuction.of(3, OptionalDouble.of(0.5)), withReserve));
        // All-pay with an entry fee of 1/16 and a minimum of 0: cut-off 1/4, bids x²/2 − 1/32.
        PiecewiseLinearBid entering = PiecewiseLinearBid.through(x -> (x * x - 0.0625) / 2, 0.25, 1, POINTS);
        nothing(symmetric(EntryFeeAuction.of(AllPayAuction.of(2), 0.0625), entering));
    }

    @Test
    void distributionsOfUnboundedDensityAndSellersAreCoveredToo() {
        nothing(GainBound.of(
                game(FIRST_PRICE, PowerDistribution.of(0.5, 0, 1)), Collections.nCopies(2, line(1 / 3.0))));
        ValueDistribution beta = new BetaDistribution(2, 3, 0, 1);
        BayesianGame game = game(FIRST_PRICE, beta);
        BidFunction bid = ((Equilibrium) Equilibria.of(game)).strategies().get(0);
        nothing(GainBound.of(game, Collections.nCopies(2, curve(bid::message))));
    }

    @Test
    void anAsymmetricSolutionIsConfirmedFromItsBidsAlone() {
        List<ValueDistribution> types = List.of(UNIT, UniformDistribution.of(0, 2));
        BayesianGame game = new BayesianGame(FIRST_PRICE, types);
        Equilibrium solved = (Equilibrium) Equilibria.of(game);
        List<PiecewiseLinearBid> strategies = List.of(
                PiecewiseLinearBid.through(v -> solved.message(0, v), 0, 1, POINTS),
                PiecewiseLinearBid.through(v -> solved.message(1, v), 0, 2, POINTS));
        nothing(GainBound.of(game, strategies));
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
    void rivalsThatPoolAreOutbidByAHair() {
        PiecewiseLinearBid pool = PiecewiseLinearBid.of(new double[] {0, 0.5, 1}, new double[] {0.2, 0.2, 0.4});
        GainBound bound = symmetric(FIRST_PRICE, pool);
        // Type 1/2 wins half of the pool's types at 0.2; just above 0.2 it wins them all: gains 0.3·(1/2 − 1/4).
        assertThat(bound.bound()).isGreaterThanOrEqualTo(0.075);
        assertThat(bound.found()).isGreaterThanOrEqualTo(0.075 - 1e-9);
    }

    @Test
    void withoutACompetitorAndWithoutAReserveThereIsNoBestBid() {
        PiecewiseLinearBid late = PiecewiseLinearBid.of(new double[] {0.5, 1}, new double[] {0.1, 0.2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> symmetric(FIRST_PRICE, late))
                .withMessageContaining("nobody bids with probability 0.5");
    }

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

    @Test
    void otherGamesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> symmetric(VcgAuction.of(List.of(UNIT, UNIT)), line(1)))
                .withMessageContaining("expected: a first-price");
    }

    private static void bracket(double found, double exact, double bound) {
        assertThat(exact).isBetween(found - 1e-9, bound + 1e-9);
        assertThat(bound).isLessThanOrEqualTo(exact * CLOSE);
        assertThat(found).isGreaterThanOrEqualTo(exact / CLOSE);
    }

    /** The chords of a curve are no equilibrium to the last bit; the tolerance and their error are below 1e-6. */
    private static void nothing(GainBound bound) {
        assertThat(bound.bound()).isBetween(bound.found(), 1e-6);
    }

    /** E[loss] of the all-pay bid g·v²/2 against itself: the best reply poses as type min(1, v/g). */
    private static double allPayLoss(double g) {
        return Quadrature.integrate(
                v -> {
                    double pose = Math.min(1, v / g);
                    return v * pose - g * pose * pose / 2 - v * v * (1 - g / 2);
                },
                0,
                Math.min(1, g),
                1);
    }

    private static PiecewiseLinearBid line(double slope) {
        return through(0, slope);
    }

    private static PiecewiseLinearBid through(double first, double last) {
        return PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {first, last});
    }

    private static PiecewiseLinearBid curve(DoubleUnaryOperator bid) {
        return PiecewiseLinearBid.through(bid, 0, 1, POINTS);
    }

    private static BayesianGame trade(double k) {
        return new BayesianGame(BilateralDoubleAuction.of(k), List.of(UNIT, UNIT));
    }

    private static BayesianGame game(Mechanism mechanism, ValueDistribution type) {
        return new BayesianGame(mechanism, Collections.nCopies(mechanism.agents(), type));
    }

    private static GainBound symmetric(Mechanism mechanism, BidFunction strategy) {
        return GainBound.of(game(mechanism, UNIT), Collections.nCopies(mechanism.agents(), strategy));
    }
}
