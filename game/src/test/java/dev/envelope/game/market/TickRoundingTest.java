package dev.envelope.game.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TickRoundingTest {

    private static long[] round(double... payments) {
        return TickRounding.round(payments, TieOrder.byIndex(payments.length));
    }

    @Test
    void wholePaymentsStayAsTheyAre() {
        assertThat(round(3, -7, 0)).containsExactly(3, -7, 0);
        assertThat(round(3.4, 5, 2.4)).containsExactly(4, 5, 2);
    }

    @Test
    void theSumIsTheRoundedSumHalvesUp() {
        assertThat(round(0.2, 0.2)).containsExactly(0, 0);
        assertThat(round(0.25, 0.25)).containsExactly(1, 0);
        assertThat(round(-0.25, -0.25)).containsExactly(0, 0);
        assertThat(round(-0.5, -0.25)).containsExactly(-1, 0);
        assertThat(round(2.5)).containsExactly(3);
        assertThat(round(-2.5)).containsExactly(-2);
    }

    @Test
    void theLargestRemaindersGetTheMissingTicks() {
        assertThat(round(1.1, 1.8, 1.7, 1.4)).containsExactly(1, 2, 2, 1);
        assertThat(round(-1.1, 0.8, 0.3)).containsExactly(-1, 1, 0);
    }

    @Test
    void equalRemaindersGoByTheSeededOrder() {
        assertThat(TickRounding.round(new double[] {1.5, -1.5}, TieOrder.of(0, 1)))
                .containsExactly(2, -2);
        assertThat(TickRounding.round(new double[] {1.5, -1.5}, TieOrder.of(1, 0)))
                .containsExactly(1, -1);
        double[] thirds = {1 / 3.0, 1 / 3.0 + 1e-12, 1 / 3.0};
        assertThat(TickRounding.round(thirds, TieOrder.of(2, 1, 0))).containsExactly(0, 0, 1);
    }

    @Test
    void floatNoiseIsNoRemainder() {
        assertThat(round(2.9999999999, 4.0000000001)).containsExactly(3, 4);
        assertThat(round(0.1 * 3 * 10, 0.5)).containsExactly(3, 1);
        assertThat(TickRounding.halfUp(10.499999999999)).isEqualTo(11);
        assertThat(TickRounding.halfUp(-10.5)).isEqualTo(-10);
        double large = 1L << 50;
        assertThat(round(large + 0.25, -large)).containsExactly((1L << 50), -(1L << 50));
    }

    @Test
    void aPriceStaysWithinItsWholeBounds() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            long ask = random.nextLong(-50, 50);
            long bid = ask + random.nextLong(3);
            double price = ask + (bid - ask) * random.nextDouble();
            assertThat(TickRounding.halfUp(price)).isBetween(ask, bid);
        }
    }

    @Test
    void nothingIsLostOrCreatedWhateverThePayments() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20_000; i++) {
            double[] payments = payments(random, i % 3 == 0);
            long[] whole = round(payments);
            double sum = Arrays.stream(payments).sum();
            assertThat(Arrays.stream(whole).sum()).isEqualTo((long) StrictMath.floor(snap(sum) + 0.5));
            for (int k = 0; k < whole.length; k++) {
                assertThat(StrictMath.abs(whole[k] - payments[k])).isLessThan(1.0);
                if (payments[k] == StrictMath.rint(payments[k])) {
                    assertThat(whole[k]).isEqualTo((long) payments[k]);
                }
            }
        }
    }

    private static double[] payments(SplittableRandom random, boolean balanced) {
        double[] payments = new double[1 + random.nextInt(6)];
        for (int k = 0; k < payments.length; k++) {
            double payment = random.nextDouble(-1_000, 1_000);
            payments[k] = random.nextInt(3) == 0 ? StrictMath.rint(payment) : StrictMath.rint(payment * 64) / 64;
        }
        if (balanced) {
            payments[0] -= Arrays.stream(payments).sum();
        }
        return payments;
    }

    private static double snap(double sum) {
        return StrictMath.rint(sum * 1e6) / 1e6;
    }

    @Test
    void aKnownSumIsMetWhateverTheNoise() {
        double[] noisy = {4e15 + 1, -2e15 + 2, -2e15 + 2};
        assertThat(Arrays.stream(noisy).sum()).isNotZero();
        long[] whole = TickRounding.roundTo(0, noisy, TieOrder.byIndex(3));
        assertThat(Arrays.stream(whole).sum()).isZero();
        for (int i = 0; i < 3; i++) {
            assertThat(StrictMath.abs(whole[i] - noisy[i])).isLessThanOrEqualTo(2);
        }
        double[] under = {0.25, -7.0, -0.25, 3.0};
        assertThat(Arrays.stream(TickRounding.roundTo(0, under, TieOrder.byIndex(4)))
                        .sum())
                .isZero();
        assertThat(TickRounding.roundTo(0, new double[] {1 / 3.0, 1 / 3.0, -2 / 3.0}, TieOrder.of(1, 0, 2)))
                .containsExactly(0, 1, -1);
    }

    @Test
    void aBalancedMechanismStaysBalanced() {
        assertThat(Arrays.stream(round(1 / 3.0, 1 / 3.0, -2 / 3.0)).sum()).isZero();
        assertThat(Arrays.stream(round(17.3, -8.65, -8.65)).sum()).isZero();
    }
}
