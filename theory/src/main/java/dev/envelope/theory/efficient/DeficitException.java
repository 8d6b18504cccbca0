package dev.envelope.theory.efficient;

/**
 * The refusal to construct a balanced mechanism where none exists that is efficient, incentive compatible and
 * individually rational: the payments that are possible fall short by the deficit on average.
 */
public final class DeficitException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final double deficit;

    /**
     * The refusal of agents that fall short by {@code deficit}.
     *
     * @param deficit in the unit of the values, above 0
     */
    public DeficitException(double deficit) {
        super("expected surplus: " + -deficit + " (expected: at least 0; no efficient, incentive compatible and"
                + " individually rational mechanism is balanced: the one that raises the most has an expected"
                + " deficit of "
                + deficit + ")");
        this.deficit = deficit;
    }

    /** By how much the most that can be raised falls short on average, in the unit of the values. */
    public double deficit() {
        return deficit;
    }
}
