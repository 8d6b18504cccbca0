package dev.envelope.theory.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.symmetric.RiskAverseFirstPrice;
import dev.envelope.theory.symmetric.SymmetricAuction;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskAverseUnitDemandTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final List<Utility> UTILITIES =
            List.of(new ConstantAbsoluteRiskAversion(3), new ConstantRelativeRiskAversion(0.4), Utility.riskNeutral());
    private static final List<UnitPricing> PRICINGS = List.of(UnitPricing.DISCRIMINATORY, UnitPricing.LOWEST_ACCEPTED);

    @Test
    void oneUnitIsTheFirstPriceAuctionAndTheLowestAcceptedBidThatOfFewerBidders() {
        ValueDistribution type = new BetaDistribution(2, 3, 0, 1);
        for (Utility utility : UTILITIES) {
            RiskAverseFirstPrice first = new RiskAverseFirstPrice(SymmetricAuction.of(type, 4, 0.1), utility);
            for (double x : new double[] {0.1, 0.3, 0.9}) {
                assertThat(bids(type, 4, 1, UnitPricing.DISCRIMINATORY, utility).bid(x))
                        .isEqualTo(first.bid(x), within(1e-12));
                assertThat(bids(type, 6, 3, UnitPricing.LOWEST_ACCEPTED, utility)
                                .bid(x))
                        .isEqualTo(first.bid(x), within(1e-12));
            }
        }
    }

    private static RiskAverseUnitDemand bids(
            ValueDistribution type, int bidders, int units, UnitPricing pricing, Utility utility) {
        return new RiskAverseUnitDemand(new UnitDemand(type, bidders, units, 0.1), pricing, utility);
    }

    /** No bid of a grid is worth more in 30,000 rounds than the prescribed one but by 4 standard errors, and revenue is what is played. */
    @Test
    void bidsAreBestRepliesWherePlayed() {
        for (UnitPricing pricing : PRICINGS) {
            for (Utility utility : UTILITIES) {
                RiskAverseUnitDemand bids = bids(UNIT, 5, 2, pricing, utility);
                UnitDemandAuction auction = new UnitDemandAuction(5, new MultiUnitAuction(2, pricing, 0.1));
                BidFunction bid = PiecewiseCubicBid.through(bids::bid, 1e-9, 0.1, 1);
                for (double value : new double[] {0.4, 0.9}) {
                    check(auction, bid, utility, value, bids);
                }
            }
        }
    }

    private static void check(
            UnitDemandAuction auction, BidFunction bid, Utility utility, double value, RiskAverseUnitDemand bids) {
        SplittableRandom random = new SplittableRandom(8);
        int rounds = 30_000;
        int others = 9;
        double[] more = new double[others];
        double[] squares = new double[others];
        double revenue = 0;
        double revenueSquares = 0;
        for (int round = 0; round < rounds; round++) {
            double[] messages = random.doubles(5).map(bid::message).toArray();
            double paid = paid(auction, messages);
            revenue += paid / rounds;
            revenueSquares += paid * paid / rounds;
            double prescribed = earned(auction, messages, bid.message(value), value, utility);
            for (int k = 0; k < others; k++) {
                double other = bid.message(value) + 0.04 * (k - 4);
                double gain = earned(auction, messages, other, value, utility) - prescribed;
                more[k] += gain / rounds;
                squares[k] += gain * gain / rounds;
            }
        }
        for (int k = 0; k < others; k++) {
            assertThat(more[k]).isLessThanOrEqualTo(4 * Math.sqrt(squares[k] / rounds));
        }
        double error = Math.sqrt((revenueSquares - revenue * revenue) / rounds);
        assertThat(bids.revenue()).isEqualTo(revenue, within(4 * error));
    }

    private static double paid(UnitDemandAuction auction, double... messages) {
        var outcome = auction.outcome(messages, TieOrder.byIndex(5));
        return IntStream.range(0, 5).mapToDouble(outcome::payment).sum();
    }

    private static double earned(
            UnitDemandAuction auction, double[] messages, double own, double value, Utility utility) {
        double[] sent = messages.clone();
        sent[0] = own;
        var outcome = auction.outcome(sent, TieOrder.byIndex(5));
        return outcome.units(0) == 0 ? 0 : utility.of(value - outcome.payment(0));
    }

    /** Which is found by a search that knows nothing of the formula, in real numbers and on ticks. */
    @Test
    void whatDeviatingGainsIsBounded() {
        for (double lambda : new double[] {0.5, 4}) {
            Utility utility = new ConstantAbsoluteRiskAversion(lambda);
            BayesianGame game = new BayesianGame(
                    new UnitDemandAuction(3, new MultiUnitAuction(2, UnitPricing.DISCRIMINATORY, 0.1)),
                    Collections.nCopies(3, UNIT),
                    utility);
            BidFunction bid =
                    PiecewiseCubicBid.through(bids(UNIT, 3, 2, UnitPricing.DISCRIMINATORY, utility)::bid, 1e-9, 0.1, 1);
            BidFunction neutral = PiecewiseCubicBid.through(
                    bids(UNIT, 3, 2, UnitPricing.DISCRIMINATORY, Utility.riskNeutral())::bid, 1e-9, 0.1, 1);
            GainBound right = GainBound.of(game, Collections.nCopies(3, bid), new Effort(1e-4, 1 << 12));
            GainBound wrong = GainBound.of(game, Collections.nCopies(3, neutral), new Effort(1e-3, 1 << 12));

            assertThat(right.found()).isLessThan(1e-8);
            assertThat(right.bound()).isLessThan(2e-4);
            assertThat(wrong.found()).isGreaterThan(5e-4);
            assertThat(GainBound.onTicks(game, Collections.nCopies(3, bid), 0.01)
                            .bound())
                    .isBetween(1e-5, 0.01);
        }
    }

    @Test
    void othersPricesAreRefusedAndAmpleUnitsCostTheReserve() {
        assertThatThrownBy(() -> bids(UNIT, 3, 2, UnitPricing.VICKREY, UTILITIES.get(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pricing: vickrey");
        for (UnitPricing pricing : PRICINGS) {
            RiskAverseUnitDemand ample = bids(UNIT, 2, 3, pricing, UTILITIES.get(0));
            assertThat(ample.bid(0.7)).isEqualTo(0.1);
            assertThat(ample.revenue()).isEqualTo(0.1 * 2 * 0.9, within(1e-12));
        }
    }
}
