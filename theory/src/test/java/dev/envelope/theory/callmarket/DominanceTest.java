package dev.envelope.theory.callmarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.envelope.theory.mechanism.TieOrder;
import org.junit.jupiter.api.Test;

/** Whether truth is a best reply at every profile of a grid, by trying every lie. */
class DominanceTest {

    private static final double[] GRID = {0, 1, 2, 3, 4};

    @Test
    void truthIsABestReplyInMcAfeesAuctionWhateverTheOthersSay() {
        assertThat(Profiles.largestGain(McAfeeAuction.of(2, 2, 0, 4), GRID)).isZero();
        assertThat(Profiles.largestGain(McAfeeAuction.of(1, 3, 0, 4), GRID)).isZero();
        assertThat(Profiles.largestGain(McAfeeAuction.of(3, 1, 0, 4), GRID)).isZero();
    }

    @Test
    void truthIsABestReplyInVickreyClarkeGrovesWhateverTheOthersSay() {
        assertThat(Profiles.largestGain(VcgCallMarket.of(2, 2, 0, 4), GRID)).isZero();
        assertThat(Profiles.largestGain(VcgCallMarket.of(3, 1, 0, 4), GRID)).isZero();
    }

    @Test
    void truthIsABestReplyWhereOneTradeIsAlwaysGivenUp() {
        assertThat(Profiles.largestGain(TradeReductionAuction.of(2, 2), GRID)).isZero();
        assertThat(Profiles.largestGain(TradeReductionAuction.of(3, 2), new double[] {0, 1, 2, 3}))
                .isZero();
    }

    @Test
    void aBuyerGainsByShadingInTheKDoubleAuction() {
        assertThat(Profiles.largestGain(KDoubleAuction.of(2, 2, 0.5), GRID)).isPositive();
    }

    @Test
    void theSideWithoutInfluenceOnThePriceTellsTheTruth() {
        TieOrder ties = TieOrder.byIndex(4);
        CallMechanism buyersBid = KDoubleAuction.buyersBid(2, 2);
        Profiles.each(4, GRID, types -> {
            double truth = Profiles.payoff(buyersBid, 3, types[3], types, ties);
            double[] lied = types.clone();
            for (double lie : GRID) {
                lied[3] = lie;
                assertThat(Profiles.payoff(buyersBid, 3, types[3], lied, ties)).isLessThanOrEqualTo(truth);
            }
        });
    }

    @Test
    void withTheSupportOfOneSideOnlyTruthWouldNotBeDominantInMcAfeesAuction() {
        // Values are in [4, 10], costs in [0, 6]. Bids 9 and 8 for one unit: with 6, the highest cost, in the place of
        // the
        // missing second ask the price is (8 + 6)/2 = 7, and the bidder of 8 would rather have it. With 10 it is 9.
        assertThat(largestGainOfABuyer(0, 6)).isPositive();
        assertThat(largestGainOfABuyer(0, 10)).isZero();
    }

    /** The largest gain of the second of two buyers of values 4 … 10 who meet one seller of cost 1. */
    private static double largestGainOfABuyer(double lowest, double highest) {
        double largest = 0;
        for (double rival = 4; rival <= 10; rival++) {
            for (double value = 4; value <= 10; value++) {
                double truth = earned(lowest, highest, value, rival, value);
                for (double bid = 4; bid <= 10; bid++) {
                    largest = Math.max(largest, earned(lowest, highest, value, rival, bid) - truth);
                }
            }
        }
        return largest;
    }

    /** The rule with stand-ins for missing offers as given, also where a message lies outside them. */
    private static double earned(double lowest, double highest, double value, double rival, double bid) {
        double[] messages = {rival, bid, 1};
        Clearing clearing = Clearing.of(2, 1);
        clearing.sort(messages);
        McAfeeAuction.of(2, 1, lowest, highest).settle(clearing);
        clearing.allot(messages, TieOrder.byIndex(3));
        return clearing.units(1) * value - clearing.payment(1);
    }

    @Test
    void aReportThatIsNoTypeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(McAfeeAuction.of(1, 1, 0, 4), 5, 1))
                .withMessage("messages[0]: 5.0 (expected: 0.0 to 4.0, or an abstention)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(VcgCallMarket.of(1, 1, 0, 4), -1, 1))
                .withMessageStartingWith("messages[0]: -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(VcgCallMarket.of(1, 1, 0, 4), 5, 5))
                .withMessageStartingWith("messages[1]: 5.0");
    }

    private static void outcome(CallMechanism mechanism, double... messages) {
        mechanism.outcome(messages, TieOrder.byIndex(messages.length));
    }
}
