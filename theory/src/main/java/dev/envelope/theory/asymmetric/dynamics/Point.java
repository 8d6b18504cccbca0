package dev.envelope.theory.asymmetric.dynamics;

/**
 * What is known at one point of a panel; its arrays are changed in place. Newton's method changes the bid and, of each class, ln F; where a
 * class that began to bid below the top has a low density, its value instead: values are roots of ln F there, and smooth.
 */
public final class Point {

    private final double[] state;
    private final double[] values;
    private final boolean[] isByValue;
    private final double[] units;
    private final double[] slopes;
    private final double[][] jacobian;

    /** The point with {@code state}, which is kept and changed; the rest is still to be found. */
    public Point(double[] state) {
        int size = state.length;
        this.state = state;
        this.values = new double[size - 1];
        this.isByValue = new boolean[size];
        this.units = new double[size];
        this.slopes = new double[size];
        this.jacobian = new double[size][size];
    }

    /** ln F of each class, then the bid. */
    public double[] state() {
        return state;
    }

    /** The values of the classes. */
    public double[] values() {
        return values;
    }

    /** For each component of the state whether Newton's method changes the value of the class. */
    public boolean[] isByValue() {
        return isByValue;
    }

    /** The derivative of each component of the state by what Newton's method changes: f/F where that is the value, or else 1. */
    public double[] units() {
        return units;
    }

    /** The derivatives of the state by x. */
    public double[] slopes() {
        return slopes;
    }

    /** The derivatives of the slopes by what Newton's method changes. */
    public double[][] jacobian() {
        return jacobian;
    }
}
