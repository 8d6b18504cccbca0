package dev.envelope.theory.certificate;

import static dev.envelope.theory.certificate.KnownGains.CLOSE;
import static dev.envelope.theory.certificate.KnownGains.FIRST_PRICE;
import static dev.envelope.theory.certificate.KnownGains.POINTS;
import static dev.envelope.theory.certificate.KnownGains.UNIT;
import static dev.envelope.theory.certificate.KnownGains.boundOf;
import static dev.envelope.theory.certificate.KnownGains.bracket;
import static dev.envelope.theory.certificate.KnownGains.cubic;
import static dev.envelope.theory.certificate.KnownGains.curve;
import static dev.envelope.theory.certificate.KnownGains.game;
import static dev.envelope.theory.certificate.KnownGains.line;
import static dev.envelope.theory.certificate.KnownGains.nothing;
import static dev.envelope.theory.certificate.KnownGains.symmetric;
import static dev.envelope.theory.certificate.KnownGains.through;
import static dev.envelope.theory.certificate.KnownGains.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.VcgAuction;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Bounds on gains of bidders for one object. */
class GainBoundTest {

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
    void otherGamesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> symmetric(VcgAuction.of(List.of(UNIT, UNIT)), line(1)))
                .withMessageContaining("expected: a first-price");
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
}
