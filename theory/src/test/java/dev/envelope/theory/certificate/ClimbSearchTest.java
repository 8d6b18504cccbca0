package dev.envelope.theory.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.bayes.NumericEquilibrium;
import dev.envelope.theory.bayes.shooting.BidderKind;
import dev.envelope.theory.bayes.shooting.Shooting;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.deviation.BidLoss;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ClimbSearchTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final Effort EFFORT = new Effort(1.8e-5, 1 << 17);

    /** For what is found alone. */
    private static final Effort ROUGH = new Effort(1e-3, 1 << 10);

    private static final Utility CARA = new ConstantAbsoluteRiskAversion(2);
    private static final Utility CRRA = new ConstantRelativeRiskAversion(0.5);

    /** The bound exceeds the gain found by 2 % at most. */
    private static final double CLOSE = 1.021;

    private static final Map<BayesianGame, List<BidFunction>> SOLVED = new ConcurrentHashMap<>();

    @Test
    void firstPriceEquilibriaOfConstantAbsoluteRiskAversionGainNothing() {
        for (OptionalDouble reserve : List.of(OptionalDouble.empty(), OptionalDouble.of(0.4))) {
            BayesianGame game = game(FirstPriceAuction.of(3, reserve), CARA, UNIT);
            BidFunction exact = solved(game).get(0);
            PiecewiseCubicBid bid = PiecewiseCubicBid.through(exact::message, 1e-9, reserve.orElse(0), 1);
            assertThat(GainBound.of(game, Collections.nCopies(3, bid), EFFORT).bound())
                    .isBetween(0.0, 2e-5);
        }
    }

    @Test
    void firstPriceBidsOfRiskAverseBiddersThatAreTooLowAreSeenToLose() {
        BayesianGame game = game(FirstPriceAuction.of(2, OptionalDouble.empty()), CARA, UNIT);
        closeToWhatIsFoundByPlaying(game, List.of(line(0.4), line(0.4)), 0);
        closeToWhatIsFoundByPlaying(game, List.of(line(0.8), line(0.5)), 0);
    }

    @Test
    void typesThatStayAwayWithoutAReasonAreSeenToLose() {
        BayesianGame game = game(FirstPriceAuction.of(2, OptionalDouble.of(0.2)), CARA, UNIT);
        PiecewiseLinearBid late = PiecewiseLinearBid.of(new double[] {0.6, 1}, new double[] {0.2, 0.5});
        GainBound bound = GainBound.of(game, List.of(late, late), EFFORT);
        // Type 0.6, alone with probability 0.6: (1 − 0.6 + 0.6·e^(−0.8))
        double certain = -Math.log(0.4 + 0.6 * Math.exp(-0.8)) / 2;
        assertThat(bound.found()).isBetween(certain - 1e-3, bound.bound());
        assertThat(bound.bound()).isBetween(certain, bound.found() * CLOSE);
    }

    @Test
    void allPayEquilibriaOfRiskAverseBiddersGainLittleAndOtherBidsMore() {
        for (Utility utility : List.of(CARA, CRRA)) {
            BayesianGame game = game(AllPayAuction.of(2), utility, UNIT);
            List<BidFunction> solved = solved(game);
            assertThat(GainBound.of(game, solved, EFFORT).bound()).isBetween(0.0, 2e-5);
            BidFunction low = cubic(x -> 0.7 * solved.get(0).message(x));
            closeToWhatIsFoundByPlaying(game, List.of(low, low), 0);
        }
    }

    @Test
    void allPayBidsThatAreTooHighAreSeenToLose() {
        BidFunction high = cubic(x -> 0.65 * x * x);
        for (Utility utility : List.of(CARA, CRRA, new ConstantRelativeRiskAversion(0.3))) {
            closeToWhatIsFoundByPlaying(game(AllPayAuction.of(2), utility, UNIT), List.of(high, high), 0);
        }
    }

    @Test
    void unlikeAllPayBiddersOfConstantRelativeRiskAversionAreCoveredToo() {
        BayesianGame game = new BayesianGame(AllPayAuction.of(2), List.of(UNIT, UniformDistribution.of(0, 1.5)), CRRA);
        // The bound that comes with the profile.
        NumericEquilibrium solved = NumericEquilibrium.of(game).orElseThrow();
        assertThat(solved.bound().orElseThrow()).isBetween(0.0, 2e-4);
    }

    @Test
    void thirdPriceEquilibriaGainNothing() {
        // β(x) = x·(n−1)/(n−2), and x + x/(a·(n−2)) for x^a.
        nothing(game(ThirdPriceAuction.of(3), Utility.riskNeutral(), UNIT), line(2));
        nothing(game(ThirdPriceAuction.of(5), Utility.riskNeutral(), UNIT), line(4 / 3.0));
        nothing(game(ThirdPriceAuction.of(4), Utility.riskNeutral(), PowerDistribution.of(3, 0, 1)), line(7 / 6.0));
    }

    @Test
    void otherThirdPriceBidsAreSeenToLose() {
        BayesianGame game = game(ThirdPriceAuction.of(4), Utility.riskNeutral(), UNIT);
        closeToAnIndependentSearch(game, Collections.nCopies(4, line(2)), 0);
        BayesianGame unlike = new BayesianGame(
                ThirdPriceAuction.of(3),
                List.of(UNIT, UniformDistribution.of(0.2, 1.4), PowerDistribution.of(2, 0, 1)));
        List<BidFunction> strategies =
                List.of(line(1.8), PiecewiseLinearBid.of(new double[] {0.2, 1.4}, new double[] {0.1, 2}), line(1.2));
        closeToAnIndependentSearch(unlike, strategies, 1);
    }

    @Test
    void aThirdPriceThatIsTiedIsSharedAndOutbidByAHair() {
        BayesianGame game = game(ThirdPriceAuction.of(3), Utility.riskNeutral(), UNIT);
        PiecewiseLinearBid half = PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0.5, 0.5});
        GainBound bound = GainBound.of(game, List.of(half, half, half), EFFORT);
        // Type 1 gets 1/2 for certain instead of a third of it.
        assertThat(bound.found()).isBetween(1 / 3.0 / CLOSE, 1 / 3.0 + 1e-12);
        assertThat(bound.bound()).isBetween(1 / 3.0, CLOSE / 3);
    }

    @Test
    void aThirdPriceNeedsRivalsThatBid() {
        BayesianGame game = game(ThirdPriceAuction.of(3), Utility.riskNeutral(), UNIT);
        PiecewiseLinearBid late = PiecewiseLinearBid.of(new double[] {0.5, 1}, new double[] {0.1, 0.2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GainBound.of(game, List.of(late, late, late)))
                .withMessageContaining("abstains with probability 0.5");
    }

    @Test
    void onATickGridEquilibriaGainLessThanATickAndOtherBidsWhatTheyDoInRealNumbers() {
        double tick = 0.01;
        List<BayesianGame> games = List.of(
                game(FirstPriceAuction.of(2, OptionalDouble.of(0)), CARA, UNIT),
                game(FirstPriceAuction.of(2, OptionalDouble.of(0)), CRRA, UNIT),
                game(AllPayAuction.of(2), CARA, UNIT),
                game(AllPayAuction.of(2), CRRA, UNIT),
                game(ThirdPriceAuction.of(4), Utility.riskNeutral(), UNIT));
        for (BayesianGame game : games) {
            List<BidFunction> exact = solved(game);
            GainBound bound = GainBound.onTicks(game, exact, tick);
            assertThat(bound.bound()).isBetween(bound.found(), tick);
            List<BidFunction> low = Collections.nCopies(
                    game.types().size(), cubic(x -> 0.6 * exact.get(0).message(x)));
            GainBound ofLow = GainBound.onTicks(game, low, tick);
            assertThat(ofLow.found()).isEqualTo(GainBound.of(game, low, ROUGH).found(), within(1.5 * tick));
            assertThat(ofLow.bound()).isBetween(ofLow.found(), ofLow.found() * CLOSE);
        }
    }

    @Test
    void onATickGridAThirdPriceThatIsTiedIsShared() {
        BayesianGame game = game(ThirdPriceAuction.of(3), Utility.riskNeutral(), UNIT);
        PiecewiseLinearBid half = PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0.5, 0.5});
        assertThat(GainBound.onTicks(game, List.of(half, half, half), 0.125).found())
                .isEqualTo(1 / 3.0, within(1e-12));
        // Bids of 1/8 and 3/8, as likely: with 1/4 type 1 wins a quarter at 1/8.
        PiecewiseLinearBid two =
                PiecewiseLinearBid.of(new double[] {0, 0.5, 0.5, 1}, new double[] {0.125, 0.125, 0.375, 0.375});
        GainBound bound = GainBound.onTicks(game, List.of(two, two, two), 0.125);
        // Told 3/8, type 1 wins all of (1/8, 1/8), half of (1/8, 3/8) at 1/8 and a third of (3/8, 3/8) at 3/8;
        // with more, everything.
        double told = 0.25 * 0.875 + 0.5 * 0.875 / 2 + 0.25 * 0.625 / 3;
        assertThat(bound.found()).isEqualTo(0.75 * 0.875 + 0.25 * 0.625 - told, within(1e-12));
    }

    @Test
    void onATickGridPowersThatAreLinesAreBoundedAsLinesAre() {
        // z^1 is no other utility than z, of which the gain on ticks is exact.
        Utility line = new ConstantRelativeRiskAversion(1);
        for (double slope : new double[] {0.35, 0.5, 0.65}) {
            BidFunction bid = cubic(x -> slope * x * x);
            for (double tick : new double[] {0.1, 0.01}) {
                double exact = GainBound.onTicks(
                                game(AllPayAuction.of(2), Utility.riskNeutral(), UNIT), List.of(bid, bid), tick)
                        .found();
                GainBound bound = GainBound.onTicks(game(AllPayAuction.of(2), line, UNIT), List.of(bid, bid), tick);
                assertThat(bound.bound()).isBetween(exact, bound.found() * CLOSE);
                assertThat(bound.found()).isBetween(exact / CLOSE, exact + 1e-12);
            }
        }
    }

    @Test
    void onATickGridABidderOfALossThatIsRootedStaysAway() {
        // Against 0 for certain a tick of 1/4 wins (v − 1/4)^½ for type v, and pays half of the time against itself.
        PiecewiseLinearBid quarter = PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0.25, 0.25});
        GainBound bound = GainBound.onTicks(game(AllPayAuction.of(2), CRRA, UNIT), List.of(quarter, quarter), 0.25);
        // Type v ≥ 1/2 bids 1/2 for (v − ½) for certain; others stay away. At v = ½ nothing is gained: ½·½ − ½·½.
        // At 0 the loss of 1/4, whether it wins or not, is saved; at 1 it is ½ − ((√¾ − ½)/2)².
        double one = 0.5 - Math.pow((Math.sqrt(0.75) - 0.5) / 2, 2);
        assertThat(bound.found()).isEqualTo(Math.max(0.25, one), within(1e-12));
        assertThat(bound.bound()).isBetween(bound.found(), bound.found() * CLOSE);
    }

    @Test
    void onATickGridWhatIsNotCoveredIsSaid() {
        BayesianGame third = game(ThirdPriceAuction.of(3), Utility.riskNeutral(), UNIT);
        assertThat(GainBound.obstacleOnTicks(third, Collections.nCopies(3, line(10)))
                        .orElseThrow())
                .contains("at most 8");
    }

    private static void nothing(BayesianGame game, BidFunction bid) {
        List<BidFunction> strategies = Collections.nCopies(game.types().size(), bid);
        assertThat(GainBound.of(game, strategies, EFFORT).bound()).isBetween(0.0, 2e-5);
    }

    private static void closeToAnIndependentSearch(BayesianGame game, List<BidFunction> strategies, int agent) {
        double other = BidLoss.of(game, strategies, agent).largestGain();
        GainBound bound = GainBound.ofAgent(game, strategies, agent, EFFORT);
        assertThat(bound.bound()).isBetween(other, Math.max(2e-5, bound.found() * CLOSE));
        assertThat(bound.found()).isEqualTo(other, within(0.02 * other + 1e-9));
    }

    /** The search by playing is in utility, at evenly spaced types. */
    private static void closeToWhatIsFoundByPlaying(BayesianGame game, List<BidFunction> strategies, int agent) {
        BestResponse search = BestResponse.of(game, strategies, agent);
        double other = 0;
        for (int k = 0; k <= 10; k++) {
            double type = k / 10.0;
            double best = certain(game.utility(), search.best(type).payoff());
            double own = certain(
                    game.utility(), search.payoff(type, strategies.get(agent).message(type)));
            other = Math.max(other, best - own);
        }
        GainBound bound = GainBound.ofAgent(game, strategies, agent, EFFORT);
        assertThat(bound.bound()).isBetween(other, bound.found() * CLOSE);
        assertThat(bound.found()).isGreaterThanOrEqualTo(other * 0.98);
    }

    private static double certain(Utility utility, double expected) {
        return utility instanceof ConstantAbsoluteRiskAversion cara
                ? -Math.log1p(-cara.lambda() * expected) / cara.lambda()
                : Math.signum(expected)
                        * Math.pow(Math.abs(expected), 1 / ((ConstantRelativeRiskAversion) utility).alpha());
    }

    /** The bids of alike bidders; solved for without the bound that comes with an equilibrium where that takes longest. */
    private static List<BidFunction> solved(BayesianGame game) {
        return SOLVED.computeIfAbsent(
                game,
                unsolved -> unsolved.mechanism() instanceof AllPayAuction
                        ? shot(unsolved)
                        : ((Equilibrium) Equilibria.of(unsolved)).strategies());
    }

    private static List<BidFunction> shot(BayesianGame game) {
        int count = game.types().size();
        Shooting solution = Shooting.of(
                        game, List.of(new BidderKind(game.types().get(0), count)))
                .orElseThrow();
        return Collections.nCopies(count, solution.strategy(0));
    }

    private static PiecewiseLinearBid line(double slope) {
        return PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, slope});
    }

    private static PiecewiseCubicBid cubic(DoubleUnaryOperator bid) {
        return PiecewiseCubicBid.through(bid, 1e-8, 0, 1);
    }

    private static BayesianGame game(Mechanism mechanism, Utility utility, ValueDistribution type) {
        return new BayesianGame(mechanism, Collections.nCopies(mechanism.agents(), type), utility);
    }
}
