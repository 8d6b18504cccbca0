package dev.envelope.game.market;

import dev.envelope.theory.mechanism.TieOrder;

/**
 * Real payments to whole ticks.
 *
 * <p>Every payment is rounded down, and of the sum rounded half up, what is missing goes one tick each to the largest
 * remainders, ties by the seeded order. So the whole payments add up to the rounded sum, and whole payments stay as they
 * are. Remainders count to a millionth of a tick, which is what removes float noise.
 */
final class TickRounding {

    private static final long PARTS = 1_000_000;

    private TickRounding() {}

    /** {@code price} to the nearest tick, halves up: never outside whole bounds that {@code price} is within. */
    static long halfUp(double price) {
        return (long) StrictMath.floor(snapped(price) + 0.5);
    }

    /** The payments in whole ticks. All must be finite and within ±2^53. */
    static long[] round(double[] payments, TieOrder ties) {
        int agents = payments.length;
        long[] whole = new long[agents];
        long[] parts = new long[agents];
        double remainders = 0;
        for (int i = 0; i < agents; i++) {
            double payment = snapped(payments[i]);
            double floor = StrictMath.floor(payment);
            whole[i] = (long) floor;
            parts[i] = (long) StrictMath.rint((payment - floor) * PARTS);
            remainders += payment - floor;
        }
        long missing = ((long) StrictMath.rint(remainders * PARTS) + PARTS / 2) / PARTS;
        for (; missing > 0; missing--) {
            int next = largest(parts, ties);
            whole[next]++;
            parts[next] = -1;
        }
        return whole;
    }

    private static int largest(long[] parts, TieOrder ties) {
        int best = 0;
        for (int i = 1; i < parts.length; i++) {
            if (parts[i] > parts[best] || (parts[i] == parts[best] && ties.prefers(i, best))) {
                best = i;
            }
        }
        return best;
    }

    /** The nearest whole number, or half, where {@code amount} misses it by float noise only; otherwise itself. */
    private static double snapped(double amount) {
        double nearest = StrictMath.rint(amount * 2) / 2;
        double noise = StrictMath.max(0.5 / PARTS, 4 * StrictMath.ulp(amount));
        return StrictMath.abs(amount - nearest) <= noise ? nearest : amount;
    }
}
