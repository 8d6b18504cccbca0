package dev.envelope.theory.units.unlike;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who bids at a highest bid, and how far its values are down just below it: the kinds with the highest values, as many as there is
 * competition among, and further ones that would gain by going up to it.
 *
 * <p>Where the lowest accepted bid is paid, fewer than L bidders may have values to spare there: whoever outbids all but them never sets the price, and
 * may bid what it likes beyond.
 */
final class UnitStart {

    /** What the chance that L rivals are above may be at the start, and the values passed there where the lowest accepted bid is paid. */
    private static final double START = 1e-16;

    private static final double PASSED = 1e-12;
    private static final double MOST_PASSED = 0.1;

    private final UnitConditions conditions;
    private final double top;
    private final int[] order;

    /** How many kinds of {@link #order} have values to spare. */
    private final int sparing;

    private final boolean[] isActive;
    private final double[] depths;

    private UnitStart(UnitConditions conditions, double top, int[] order, int sparing) {
        this.conditions = conditions;
        this.top = top;
        this.order = order;
        this.sparing = sparing;
        this.isActive = new boolean[conditions.kinds()];
        this.depths = new double[conditions.kinds()];
    }

    /** The start at {@code top}; empty where too few values are higher, or no proportion is found in which they go down. */
    static Optional<UnitStart> of(UnitConditions conditions, double top) {
        int[] order = order(conditions, top);
        int most = conditions.isOwnBidPaid() ? 0 : order.length - 1;
        for (int sparing = 0; sparing <= most; sparing++) {
            UnitStart start = new UnitStart(conditions, top, order, sparing);
            if (start.isFound()) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    /** Who bids at the top. */
    boolean[] active() {
        return isActive.clone();
    }

    /** −ln of the ranks at the start. */
    double[] depths() {
        return depths.clone();
    }

    private boolean isFound() {
        int units = conditions.units();
        for (int i = 0; i < sparing; i++) {
            units -= conditions.kind(order[i]).count();
        }
        boolean[] rest = new boolean[isActive.length];
        int next = sparing;
        while (next < order.length && conditions.bidders(rest) <= units) {
            rest[order[next]] = true;
            next++;
        }
        boolean isFound = units > 0 && conditions.bidders(rest) > units && isPlaced(units, rest);
        while (isFound && next < order.length && isReady(order[next])) {
            rest[order[next]] = true;
            next++;
            isFound = isPlaced(units, rest);
        }
        return isFound;
    }

    private boolean isPlaced(int units, boolean... rest) {
        Optional<TopDirection.Found> direction = TopDirection.of(conditions, top - conditions.floor(), units, rest);
        if (direction.isEmpty()) {
            return false;
        }
        double passed = conditions.isOwnBidPaid()
                ? Math.min(MOST_PASSED, StrictMath.pow(START, 1.0 / conditions.units()))
                : PASSED;
        for (int i = 0; i < depths.length; i++) {
            depths[i] = passed * direction.get().chance(i);
            isActive[i] = rest[i];
        }
        double least = top + 1 / direction.get().eagerness();
        boolean isPlaced = true;
        for (int i = 0; i < sparing; i++) {
            isPlaced &= least < conditions.value(order[i], 0);
            depths[order[i]] = isPlaced ? conditions.depth(order[i], least) : 0;
            isActive[order[i]] = true;
        }
        return isPlaced;
    }

    private boolean isReady(int kind) {
        double rise = top - conditions.floor();
        return conditions.readiness(kind, rise, depths, conditions.slopes(rise, depths, isActive)) >= 0;
    }

    /** Whether too few have values above {@code top} for there to be competition. */
    static boolean isBeyond(UnitConditions conditions, double top) {
        int bidders = IntStream.of(order(conditions, top))
                .map(i -> conditions.kind(i).count())
                .sum();
        return bidders <= conditions.units();
    }

    private static int[] order(UnitConditions conditions, double top) {
        return IntStream.range(0, conditions.kinds())
                .boxed()
                .filter(i -> conditions.value(i, 0) > top)
                .sorted((i, j) -> Double.compare(conditions.value(j, 0), conditions.value(i, 0)))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
