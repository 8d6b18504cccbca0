package dev.envelope.theory.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PiecewiseCubicBidTest {

    private static final PiecewiseCubicBid ROOT = PiecewiseCubicBid.through(x -> Math.sqrt(1 + x), 1e-12, 0, 3);

    @Test
    void itIsAsCloseAsAskedFor() {
        for (int i = 0; i <= 1000; i++) {
            double x = 3 * i / 1000.0;
            assertThat(ROOT.message(x)).isEqualTo(Math.sqrt(1 + x), within(2e-12));
        }
        assertThat(ROOT.message(-0.1)).isNaN();
        assertThat(ROOT.message(3.1)).isNaN();
    }

    @Test
    void theInverseIsTheFirstTypeOfAMessage() {
        for (double x : new double[] {0, 0.3, 1.7, 2.999, 3}) {
            assertThat(ROOT.inverse(ROOT.message(x))).isEqualTo(x, within(1e-11));
        }
        PiecewiseCubicBid pool = PiecewiseCubicBid.through(x -> Math.max(1, x), 1e-12, 0, 1, 2);
        assertThat(pool.inverse(1)).isEqualTo(0);
        assertThat(pool.inverse(Math.nextUp(1.0))).isEqualTo(1, within(1e-12));
        assertThat(pool.inverse(0.5)).isEqualTo(0);
        assertThat(pool.inverse(5)).isEqualTo(2);
    }

    @Test
    void slopesAreBetweenTheBoundsAndReachThem() {
        for (double from = 0; from < 2.9; from += 0.37) {
            double to = Math.min(3, from + 0.3);
            assertThat(ROOT.mostSlope(from, to)).isEqualTo(0.5 / Math.sqrt(1 + from), within(1e-8));
            assertThat(ROOT.leastSlope(from, to)).isEqualTo(0.5 / Math.sqrt(1 + to), within(1e-8));
        }
        PiecewiseCubicBid bent = PiecewiseCubicBid.through(x -> x * x * x - 1.5 * x * x + x, 1e-12, 0, 1);
        assertThat(bent.leastSlope(0, 1)).isEqualTo(0.25, within(1e-9));
        assertThat(bent.mostSlope(0, 1)).isEqualTo(1, within(1e-9));
    }

    @Test
    void mirroredItIsTheSameFromTheOtherSide() {
        PiecewiseCubicBid mirrored = ROOT.mirrored();
        for (double x : new double[] {0, 0.4, 2.2, 3}) {
            assertThat(mirrored.message(-x)).isEqualTo(-ROOT.message(x), within(1e-14));
        }
        assertThat(mirrored.mostSlope(-0.5, -0.2)).isEqualTo(ROOT.mostSlope(0.2, 0.5), within(1e-12));
    }

    @Test
    void whatFallsIsHeldWhereItWas() {
        PiecewiseCubicBid bid = PiecewiseCubicBid.through(x -> x < 1 ? x : 2 - x, 1e-9, 0, 1, 2);
        assertThat(bid.message(0.5)).isEqualTo(0.5, within(1e-9));
        assertThat(bid.message(1.5)).isEqualTo(1, within(1e-9));
    }
}
