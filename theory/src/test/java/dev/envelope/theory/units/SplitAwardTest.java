package dev.envelope.theory.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitAwardTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void twoBiddersShareTwoUnitsForNothing() {
        IndependentDraws draws = new IndependentDraws(UNIT, 2, 2, 2);
        SplitAward split = draws.split();
        assertThat(split.certificate()).isPresent();
        assertThat(split.surplus()).isEqualTo(2 / 3.0, within(1e-13));
        // The change is b² − b³/3 − b at the highest second value.
        assertThat(split.gain(1, 0.5)).isEqualTo(0.25 - 0.125 / 3 - 0.5, within(1e-13));
        assertThat(draws.firstUnitRevenue(UnitPricing.HIGHEST_REJECTED)).isZero();
    }

    @Test
    void theGainIsWhatTheAuctionPays() {
        for (int bidders = 2; bidders <= 3; bidders++) {
            SplitAward split = new IndependentDraws(UNIT, 2, bidders, bidders).split();
            for (double bid : new double[] {0.2, 0.5, 0.8}) {
                double change = played(split, bid) - played(split, 0);
                assertThat(change).isEqualTo(split.gain(0.75, bid), within(1e-9));
            }
        }
    }

    @Test
    void whereRivalsAreWeakTheSecondUnitIsWorthBiddingFor() {
        // Most first values are near 0: a second bid of 0.5 beats nearly all of them.
        SplitAward split = new SplitAward(PowerDistribution.of(0.1, 0, 1), UNIT, 2);
        assertThat(split.largestGain()).isGreaterThan(0.3);
        assertThat(split.certificate()).isEmpty();
    }

    @Test
    void wrongGamesAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SplitAward(UNIT, UniformDistribution.of(0, 2), 2))
                .withMessageContaining("second: values to 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndependentDraws(UNIT, 2, 3, 2).split())
                .withMessage("bidders: 3 (expected: as many as units, 2)");
    }

    /** The payoff of values 0.9 and 0.75 with second bid {@code bid}, over the rivals' first values. */
    private static double played(SplitAward split, double bid) {
        int n = split.bidders();
        MultiUnitAuction auction = MultiUnitAuction.of(n, UnitPricing.HIGHEST_REJECTED);
        double[][] bids = new double[n][];
        bids[0] = new double[] {0.9, bid};
        return rivals(split, auction, bids, 1, bid);
    }

    private static double rivals(SplitAward split, MultiUnitAuction auction, double[][] bids, int from, double bid) {
        if (from == bids.length) {
            return auction.outcome(DemandBids.of(bids), TieOrder.byIndex(bids.length))
                    .payoff(0, List.of(0.9, 0.75));
        }
        double before = from > 1 ? bids[1][0] : 0;
        return Quadrature.integrateWithin(
                1e-11,
                y -> {
                    bids[from] = new double[] {y, 0};
                    return split.first().density(y) * rivals(split, auction, bids, from + 1, bid);
                },
                Kinks.between(0, 1, List.of(bid, before, 0.9)));
    }
}
