package dev.envelope.server.export.cell;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Ticks as points, with exactly the decimals of a tick. */
public final class Points {

    private final BigDecimal tick;
    private final int decimals;

    /** Points of ticks of this size. */
    public Points(BigDecimal tick) {
        this.tick = tick.stripTrailingZeros();
        this.decimals = StrictMath.max(0, this.tick.scale());
    }

    /** The points of {@code ticks}. */
    public BigDecimal exact(long ticks) {
        return tick.multiply(BigDecimal.valueOf(ticks)).setScale(decimals);
    }

    /** The points of {@code ticks} as a cell. */
    public String of(long ticks) {
        return exact(ticks).toPlainString();
    }

    /** {@code amount} as a cell, with more decimals than a tick has where it is between two. */
    public String of(BigDecimal amount) {
        int own = amount.stripTrailingZeros().scale();
        return amount.setScale(StrictMath.max(decimals, own)).toPlainString();
    }

    /** The points of {@code ticks} as a cell, empty where there are none. */
    public String of(OptionalLong ticks) {
        return ticks.isPresent() ? of(ticks.getAsLong()) : "";
    }
}
