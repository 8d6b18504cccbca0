package dev.envelope.theory.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.capped.CappedSecondPrice;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.ironing.IronedVirtualValue;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BestResponseTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final BidFunction TRUTH = x -> x;

    @Test
    void theBestBidAgainstTruthfulRivalsIsTheMonopsonists() {
        // Against two truthful rivals (x − b)·b² is largest at 2x/3.
        BestResponse.Reply best =
                search(FirstPriceAuction.of(3, OptionalDouble.empty()), TRUTH).best(0.9);
        assertThat(best.message()).isEqualTo(0.6, within(1e-5));
        assertThat(best.payoff()).isEqualTo(0.3 * 0.36, within(1e-12));
    }

    @Test
    void theFirstPriceAuctionIsNotTruthful() {
        BestResponse search = search(FirstPriceAuction.of(3, OptionalDouble.empty()), TRUTH);
        assertThat(search.payoff(0.9, 0.9)).isZero();
        assertThat(search.gain(0.9)).isEqualTo(0.108, within(1e-12));
    }

    @Test
    void thePayoffOfTruthInASecondPriceAuctionIsTheIntegralOfTheWinProbability() {
        BestResponse search = search(SecondPriceAuction.of(3, OptionalDouble.empty()), TRUTH);
        assertThat(search.payoff(0.9, 0.9)).isEqualTo(0.9 * 0.9 * 0.9 / 3, within(1e-12));
        assertThat(search.payoff(0.9, Mechanism.ABSTAIN)).isZero();
    }

    /** Once ranks have been met often enough to be kept as a series, the least of them must still lead to a type. */
    @Test
    void seriesOfTypesDoNotLeaveTheSupport() {
        List<ValueDistribution> types =
                List.of(new BetaDistribution(0.5, 0.5, 0, 100), new BetaDistribution(0.5, 0.7, 0, 80));
        BestResponse search =
                BestResponse.of(new BayesianGame(OptimalAuction.of(types, 0), types), Collections.nCopies(2, TRUTH), 0);
        for (double own = 70; own < 100; own += 0.02) {
            double equal = types.get(1).inverseVirtualValue(types.get(0).virtualValue(own));
            assertThat(search.allocation(own))
                    .as("%s", own)
                    .isEqualTo(types.get(1).cdf(equal), within(1e-9));
        }
    }

    /** ψ(x) = 2x − 150 and 2y − 50: the strong bidder wins from 75 on against y below x − 50, which is (x − 50)/50 of U[0, 50]. */
    @Test
    void whatIsReceivedIsTheSlopeOfThePayoff() {
        List<ValueDistribution> types = List.of(UniformDistribution.of(0, 150), UniformDistribution.of(0, 50));
        BayesianGame game = new BayesianGame(OptimalAuction.of(types, 0), types);
        BestResponse strong = BestResponse.of(game, List.of(TRUTH, TRUTH), 0);
        for (double x : new double[] {10, 74, 76, 90, 99, 101, 150}) {
            double wins = x < 75 ? 0 : Math.min(1, (x - 50) / 50);
            assertThat(strong.allocation(x)).isEqualTo(wins, within(1e-12));
            assertThat(strong.payoff(150, x) - strong.payoff(0, x)).isEqualTo(150 * wins, within(1e-10));
        }
        assertThat(strong.allocation(Mechanism.ABSTAIN)).isZero();
        assertThat(search(FirstPriceAuction.of(2, OptionalDouble.empty()), x -> 0.5)
                        .allocation(0.5))
                .isEqualTo(0.5, within(1e-12));
        assertThat(search(SecondPriceAuction.of(3, OptionalDouble.of(0.3)), TRUTH)
                        .allocation(0.7))
                .isEqualTo(0.49, within(1e-12));
    }

    @Test
    void rivalsThatTieShareTheObject() {
        BestResponse search = search(FirstPriceAuction.of(2, OptionalDouble.empty()), x -> 0.5);
        assertThat(search.payoff(0.9, 0.5)).isEqualTo(0.2, within(1e-12));
        assertThat(search.best(0.9).payoff()).isEqualTo(0.4, within(1e-8));
    }

    @Test
    void truthfulTradersGainFromShading() {
        BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(0.5), List.of(UNIT, UNIT));
        BestResponse seller = BestResponse.of(game, List.of(TRUTH, TRUTH), 1);
        // (1 − a)·((1 + a)/2·½ + a/2 − c) is largest at a = (1 + 2c)/3.
        assertThat(seller.best(0.1).message()).isEqualTo(0.4, within(1e-5));
        assertThat(seller.gain(0.1)).isPositive();
    }

    @Test
    void anIronedAuctionOfTwoIsAveragedOverWhoGoesFirst() {
        // Both directions of a tie on the flat from √0.84 to √0.84 + 0.2 are as likely; by the envelope formula the
        // payoff is the integral
        // of the chance to win, half on the flat.
        ValueDistribution irregular = MixtureDistribution.ofEqual(List.of(UNIT, UniformDistribution.of(0.8, 1.8)));
        OptimalAuction auction = OptimalAuction.of(List.of(irregular, irregular), 0);
        IronedVirtualValue.Flat flat = auction.virtualValue(0).flats().get(0);
        double reserve = auction.reserve(0);
        double onFlat = (irregular.cdf(flat.lo()) + irregular.cdf(flat.hi())) / 2;
        double expected = Quadrature.integrate(irregular::cdf, reserve, flat.lo()) + onFlat * (1 - flat.lo());
        BayesianGame game = new BayesianGame(auction, List.of(irregular, irregular));
        for (int agent = 0; agent < 2; agent++) {
            assertThat(BestResponse.of(game, List.of(TRUTH, TRUTH), agent).payoff(1, 1))
                    .isEqualTo(expected, within(1e-9));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(OptimalAuction.of(Collections.nCopies(3, irregular), 0), TRUTH))
                .withMessageContaining("expected: ");
    }

    @Test
    void severalRivalsThatMayTieAreRefused() {
        // A third of the object would go to who ties with two, not a half.
        BidFunction pooled = x -> Math.max(0.25, x / 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(FirstPriceAuction.of(3, OptionalDouble.empty()), pooled))
                .withMessageContaining("no message that many types of several agents send");
        BayesianGame game =
                new BayesianGame(FirstPriceAuction.of(3, OptionalDouble.empty()), Collections.nCopies(3, UNIT));
        assertThat(BestResponse.of(game, List.of(TRUTH, TRUTH, pooled), 0).payoff(1, 0.25))
                .isEqualTo(0.75 * 0.25 / 4, within(1e-9));
        PiecewiseLinearBid narrow =
                PiecewiseLinearBid.of(new double[] {0, 0.501, 0.502, 1}, new double[] {0, 0.4, 0.4, 0.8});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(FirstPriceAuction.of(3, OptionalDouble.empty()), narrow));
    }

    @Test
    void mechanismsInWhichTheSecondRivalMattersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(ThirdPriceAuction.of(3), TRUTH))
                .withMessageContaining("(expected: payments");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(new EntryFeeAuction(ThirdPriceAuction.of(4), 0), TRUTH))
                .withMessageContaining("only the strongest rival");
        // Truth above the cap ties, though no two messages are the same.
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        search(new CappedSecondPrice(SecondPriceAuction.of(3, OptionalDouble.empty()), 0.5), TRUTH))
                .withMessageContaining("only the strongest rival");
    }

    @Test
    void aProfileOfTheWrongSizeAndAnAgentThatIsNoneAreRefused() {
        BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(0.5), List.of(UNIT, UNIT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BestResponse.of(game, List.of(TRUTH), 0))
                .withMessage("strategies: 1 (expected: one per agent, 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BestResponse.of(game, List.of(TRUTH, TRUTH), 2))
                .withMessage("agent: 2 (expected: 0 to 1)");
    }

    private static BestResponse search(Mechanism mechanism, BidFunction strategy) {
        int n = mechanism.agents();
        return BestResponse.of(
                new BayesianGame(mechanism, Collections.nCopies(n, UNIT)), Collections.nCopies(n, strategy), 0);
    }
}
