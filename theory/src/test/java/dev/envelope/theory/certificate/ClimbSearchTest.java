package dev.envelope.theory.certificate;

import static dev.envelope.theory.certificate.Climbs.CARA;
import static dev.envelope.theory.certificate.Climbs.CLOSE;
import static dev.envelope.theory.certificate.Climbs.CRRA;
import static dev.envelope.theory.certificate.Climbs.EFFORT;
import static dev.envelope.theory.certificate.Climbs.UNIT;
import static dev.envelope.theory.certificate.Climbs.cubic;
import static dev.envelope.theory.certificate.Climbs.game;
import static dev.envelope.theory.certificate.Climbs.line;
import static dev.envelope.theory.certificate.Climbs.solved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.bayes.NumericEquilibrium;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Gains of risk-averse bidders. */
class ClimbSearchTest {

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
}
