package dev.envelope.theory.certificate;

import static dev.envelope.theory.certificate.Climbs.CARA;
import static dev.envelope.theory.certificate.Climbs.CLOSE;
import static dev.envelope.theory.certificate.Climbs.CRRA;
import static dev.envelope.theory.certificate.Climbs.UNIT;
import static dev.envelope.theory.certificate.Climbs.cubic;
import static dev.envelope.theory.certificate.Climbs.game;
import static dev.envelope.theory.certificate.Climbs.line;
import static dev.envelope.theory.certificate.Climbs.solved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Gains where bids are whole ticks. */
class ClimbOnTicksTest {

    /** For what is found alone. */
    private static final Effort ROUGH = new Effort(1e-3, 1 << 10);

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
    void onATickGridTypesThatPoolAreBoundedCloselyWhateverTheirRisk() {
        double tick = 0.05;
        Utility strong = new ConstantAbsoluteRiskAversion(6);
        PiecewiseLinearBid pool = PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0.3, 0.3});
        for (Mechanism mechanism : List.of(FirstPriceAuction.of(2, OptionalDouble.of(0)), AllPayAuction.of(2))) {
            BayesianGame game = game(mechanism, strong, UNIT);
            GainBound bound = GainBound.onTicks(game, List.of(pool, pool), tick);
            double dense = denseGain(mechanism instanceof AllPayAuction, strong, tick);
            assertThat(bound.found()).isEqualTo(dense, within(2e-4));
            assertThat(bound.bound()).isBetween(dense, bound.found() * CLOSE);
        }
    }

    /** The same by every tick for each of many types: the rival bids 0.3, as everybody is told to. */
    private static double denseGain(boolean allPay, Utility utility, double tick) {
        double largest = 0;
        for (int k = 0; k <= 20_000; k++) {
            double x = k / 20_000.0;
            double told = worth(allPay, utility, x, 0.3);
            double best = 0;
            for (int i = 0; i <= 20; i++) {
                best = Math.max(best, worth(allPay, utility, x, i * tick));
            }
            largest = Math.max(largest, certain(best) - certain(told));
        }
        return largest;
    }

    private static double worth(boolean allPay, Utility utility, double x, double bid) {
        double chance = bid < 0.29 ? 0 : bid < 0.31 ? 0.5 : 1;
        return chance * utility.of(x - bid) + (1 - chance) * (allPay ? utility.of(-bid) : 0);
    }

    /** The money that is worth {@code utility} of (1 − e^(−6z))/6. */
    private static double certain(double utility) {
        return -Math.log1p(-6 * utility) / 6;
    }

    @Test
    void onATickGridWhatIsNotCoveredIsSaid() {
        BayesianGame third = game(ThirdPriceAuction.of(3), Utility.riskNeutral(), UNIT);
        assertThat(GainBound.obstacleOnTicks(third, Collections.nCopies(3, line(10)))
                        .orElseThrow())
                .contains("at most 8");
    }
}
