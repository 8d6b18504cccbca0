package dev.envelope.theory.bayes.shooting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.asymmetric.AsymmetricFirstPrice;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.symmetric.SymmetricAuction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The bids that first-order conditions give against closed forms and the specialised solver, none of which they use. */
class ShootingTest {

    private static final OptionalDouble NO_RESERVE = OptionalDouble.empty();
    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final ValueDistribution DOUBLE = UniformDistribution.of(0, 2);
    private static final ValueDistribution SQUARE = PowerDistribution.of(2, 0, 1);
    private static final ValueDistribution HUMP = new BetaDistribution(2, 5, 0, 1);

    @Test
    void bidsOfAlikeBiddersFollowTheClosedForms() {
        for (ValueDistribution type : List.of(UNIT, SQUARE, PowerDistribution.of(0.5, 0, 1), HUMP)) {
            SymmetricAuction formula = SymmetricAuction.of(type, 3, 0);
            BidFunction first = alike(FirstPriceAuction.of(3, NO_RESERVE), type).strategy(0);
            BidFunction allPay = alike(AllPayAuction.of(3), type).strategy(0);
            for (double x : new double[] {0.1, 0.3, 0.7, 1}) {
                assertThat(first.message(x)).isEqualTo(formula.firstPriceBid(x), within(1e-7));
                assertThat(allPay.message(x)).isEqualTo(formula.allPayBid(x, 0), within(1e-7));
            }
        }
    }

    /** Values of [0.4, 1] pool at the minimum bid; whoever of the others is indifferent must bid more, or stay away. */
    @Test
    void theLowestTypeThatPaysForItsBidBeatsTheRivalsThatPool() {
        List<ValueDistribution> types = List.of(UNIT, UniformDistribution.of(0.4, 1));
        BayesianGame game = new BayesianGame(new AllPayAuction(2, 0.1), types);
        Shooting shooting = Shooting.of(game, List.of(new BidderKind(types.get(0), 1), new BidderKind(types.get(1), 1)))
                .orElseThrow();
        BidFunction weak = shooting.strategy(0);
        double cutOff = Bisection.first(0, 1, x -> !Double.isNaN(weak.message(x)));
        double pooled = Bisection.first(0.4, 1, x -> shooting.strategy(1).message(x) > 0.1 + 1e-9);

        assertThat(pooled).isGreaterThan(0.45);
        assertThat(types.get(1).cdf(pooled) * cutOff).isEqualTo(0.1, within(1e-7));
        assertThat(weak.message(cutOff)).isGreaterThan(0.1).isEqualTo(0.1, within(1e-9));
    }

    @Test
    void aReserveAMinimumBidAndAFeeKeepLowTypesAway() {
        BidFunction reserve =
                alike(FirstPriceAuction.of(3, OptionalDouble.of(0.3)), HUMP).strategy(0);
        assertThat(reserve.message(0.299)).isNaN();
        assertThat(reserve.message(0.6))
                .isEqualTo(SymmetricAuction.of(HUMP, 3, 0.3).firstPriceBid(0.6), within(1e-7));
        SymmetricAuction allPay = new SymmetricAuction(SQUARE, 3, 0, 0.2);
        BidFunction minimum = alike(new AllPayAuction(3, 0.2), SQUARE).strategy(0);
        assertThat(minimum.message(allPay.cutOff() - 1e-5)).isNaN();
        assertThat(minimum.message(0.9)).isEqualTo(allPay.allPayBid(0.9, 0.2), within(1e-7));
        SymmetricAuction fee = new SymmetricAuction(UNIT, 2, 0.2, 0.1);
        BidFunction paying = alike(EntryFeeAuction.of(FirstPriceAuction.of(2, OptionalDouble.of(0.2)), 0.1), UNIT)
                .strategy(0);
        assertThat(paying.message(fee.cutOff() - 1e-5)).isNaN();
        assertThat(paying.message(0.8)).isEqualTo(fee.firstPriceBid(0.8), within(1e-7));
    }

    @Test
    void unlikeBiddersInAFirstPriceAuctionBidAsTheBoundaryValueProblemSays() {
        ValueDistribution shifted = UniformDistribution.of(0.5, 1.5);
        for (List<ValueDistribution> types :
                List.of(List.of(UNIT, DOUBLE), List.of(UNIT, SQUARE, DOUBLE), List.of(UNIT, shifted))) {
            AsymmetricFirstPrice solved = AsymmetricFirstPrice.of(types, NO_RESERVE);
            Shooting shot = unlike(FirstPriceAuction.of(types.size(), NO_RESERVE), types);
            for (int i = 0; i < types.size(); i++) {
                double x = types.get(i).quantile(0.7);
                assertThat(shot.strategy(i).message(x)).isEqualTo(solved.bid(i, x), within(1e-6));
                assertThat(shot.expected(i).allocation()).isEqualTo(solved.winProbability(i), within(1e-6));
            }
        }
        List<ValueDistribution> types = List.of(UNIT, DOUBLE);
        AsymmetricFirstPrice solved = AsymmetricFirstPrice.of(types, OptionalDouble.of(0.5));
        Shooting shot = unlike(FirstPriceAuction.of(2, OptionalDouble.of(0.5)), types);
        assertThat(shot.strategy(1).message(1.4)).isEqualTo(solved.bid(1, 1.4), within(1e-6));
        assertThat(shot.expected(0).payment() + shot.expected(1).payment()).isEqualTo(solved.revenue(), within(1e-6));
    }

    @Test
    void twoUnlikeBiddersInAnAllPayAuctionBidAsAmannAndLeiningerSay() {
        // φ1'·φ2 = 1 and φ2'·φ1 = 2, so that φ1·φ2 = 3b and b = 2·φ1³/3.
        Shooting wider = unlike(AllPayAuction.of(2), List.of(UNIT, DOUBLE));
        assertThat(wider.strategy(0).message(0.6)).isEqualTo(2 * 0.6 * 0.6 * 0.6 / 3, within(1e-8));
        assertThat(wider.strategy(1).message(1.2)).isEqualTo(2 * Math.pow(0.6, 1.5) / 3, within(1e-8));
        // φ1'·φ2 = φ2'·φ1 = 1 down from (1, 2): φ2 = 2·φ1 and b = φ1² − 1/4, and half of the weak stay out.
        Shooting higher = unlike(AllPayAuction.of(2), List.of(UNIT, UniformDistribution.of(1, 2)));
        assertThat(higher.strategy(0).message(0.4)).isEqualTo(0, within(1e-8));
        assertThat(higher.strategy(0).message(0.8)).isEqualTo(0.64 - 0.25, within(1e-7));
        assertThat(higher.strategy(1).message(1.6)).isEqualTo(0.64 - 0.25, within(1e-7));
        assertThat(higher.expected(1).allocation()).isEqualTo(0.75, within(1e-7));
    }

    @Test
    void riskAverseBiddersBidMoreInAFirstPriceAuctionAndSpreadTheirBidsWhereAllPay() {
        Utility root = new ConstantRelativeRiskAversion(0.5);
        BidFunction first = shoot(FirstPriceAuction.of(2, NO_RESERVE), root, List.of(UNIT), 2)
                .strategy(0);
        assertThat(first.message(0.6)).isEqualTo(0.4, within(1e-9));
        // In e^{λβ} the condition is linear: λβ = ∫ g·(1 − e^{−λy})/(1 − G·(1 − e^{−λy})).
        double lambda = 2;
        BidFunction allPay = shoot(AllPayAuction.of(2), new ConstantAbsoluteRiskAversion(lambda), List.of(UNIT), 2)
                .strategy(0);
        double exact = Quadrature.integrate(y -> -Math.expm1(-lambda * y) / (1 + y * Math.expm1(-lambda * y)), 0, 0.7)
                / lambda;
        assertThat(allPay.message(0.7)).isEqualTo(exact, within(1e-8));
    }

    /** The third would bid where the others' path has ended. */
    @Test
    void whoBidsNowhereOnThePathAbstains() {
        Shooting bids = shoot(
                AllPayAuction.of(3),
                new ConstantAbsoluteRiskAversion(0.1),
                List.of(UniformDistribution.of(0, 100), UniformDistribution.of(20, 70), UniformDistribution.of(10, 60)),
                1);

        assertThat(bids.strategy(0).message(90)).isPositive();
        assertThat(bids.strategy(2).message(60)).isNaN();
    }

    @Test
    void auctionsInWhichRivalsBidsArePaidAreNotForIt() {
        assertThat(Shooting.isPossible(new BayesianGame(SecondPriceAuction.of(2, NO_RESERVE), List.of(UNIT, UNIT))))
                .isFalse();
        assertThat(Shooting.isPossible(new BayesianGame(AllPayAuction.of(2), List.of(UNIT, DOUBLE))))
                .isTrue();
    }

    @Test
    void bidsThatWouldLeaveAGapAreNotGiven() {
        // Two strong bidders drive the weak one out below the top.
        BayesianGame game = new BayesianGame(AllPayAuction.of(3), List.of(UNIT, DOUBLE, DOUBLE));
        assertThat(Shooting.of(game, List.of(new BidderKind(UNIT, 1), new BidderKind(DOUBLE, 2))))
                .isEmpty();
    }

    private static Shooting alike(Mechanism mechanism, ValueDistribution type) {
        return shoot(mechanism, Utility.riskNeutral(), List.of(type), mechanism.agents());
    }

    private static Shooting unlike(Mechanism mechanism, List<ValueDistribution> types) {
        return shoot(mechanism, Utility.riskNeutral(), types, 1);
    }

    private static Shooting shoot(Mechanism mechanism, Utility utility, List<ValueDistribution> types, int count) {
        List<ValueDistribution> all = new ArrayList<>();
        types.forEach(type -> all.addAll(java.util.Collections.nCopies(count, type)));
        return Shooting.of(
                        new BayesianGame(mechanism, all, utility),
                        types.stream().map(type -> new BidderKind(type, count)).toList())
                .orElseThrow();
    }
}
