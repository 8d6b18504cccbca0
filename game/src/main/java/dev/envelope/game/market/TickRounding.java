package dev.envelope.game.market;

import dev.envelope.theory.mechanism.TieOrder;

/**
 * Real payments to whole ticks.
 *
 * <p>Every payment is rounded down, and of the sum rounded half up, what is missing goes one tick each to the largest
 * remainders, ties by the seeded order. So the whole payments add up to the rounded sum, and whole payments stay as they
 * are. Remainders count to a millionth of a tick, which is what removes float noise. Where the sum is known beforehand,
 * as that of a balanced mechanism is, it is met whatever the noise.
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
        double remainders = 0;
        for (double payment : payments) {
            double snapped = snapped(payment);
            remainders += snapped - StrictMath.floor(snapped);
        }
        return raised(payments, ((long) StrictMath.rint(remainders * PARTS) + PARTS / 2) / PARTS, ties);
    }

    /** The same of payments whose true sum is {@code total}: so is that of the whole ticks. */
    static long[] roundTo(long total, double[] payments, TieOrder ties) {
        long missing = total;
        for (double payment : payments) {
            missing -= (long) StrictMath.floor(snapped(payment));
        }
        return raised(payments, missing, ties);
    }

    /** The payments rounded down, and {@code missing} ticks more, or fewer where it is negative. */
    private static long[] raised(double[] payments, long missing, TieOrder ties) {
        long[] whole = new long[payments.length];
        long[] parts = new long[payments.length];
        for (int i = 0; i < payments.length; i++) {
            double payment = snapped(payments[i]);
            double floor = StrictMath.floor(payment);
            whole[i] = (long) floor;
            parts[i] = (long) StrictMath.rint((payment - floor) * PARTS);
        }
        for (long left = missing; left > 0; left--) {
            int next = largest(parts, ties);
            whole[next]++;
            parts[next] -= PARTS;
        }
        for (long left = missing; left < 0; left++) {
            int next = smallest(parts, ties);
            whole[next]--;
            parts[next] += PARTS;
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

    private static int smallest(long[] parts, TieOrder ties) {
        int best = 0;
        for (int i = 1; i < parts.length; i++) {
            if (parts[i] < parts[best] || (parts[i] == parts[best] && ties.prefers(i, best))) {
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
