package dev.envelope.theory.certificate.earning;

/** The upper envelope of lines whose slopes do not decrease as they are added: what the best of many messages earns. */
public final class UpperEnvelope {

    private final double[] slopes;
    private final double[] intercepts;
    private final int[] names;
    private int size;

    public UpperEnvelope(int capacity) {
        this.slopes = new double[capacity];
        this.intercepts = new double[capacity];
        this.names = new int[capacity];
    }

    /** Adds the line {@code slope}·v + {@code intercept}, known to its owner as {@code name}. */
    public void add(double slope, double intercept, int name) {
        if (size > 0 && slope <= slopes[size - 1]) {
            if (intercept <= intercepts[size - 1]) {
                return;
            }
            size--;
        }
        while (size > 1 && isHidden(size - 1, slope, intercept)) {
            size--;
        }
        slopes[size] = slope;
        intercepts[size] = intercept;
        names[size++] = name;
    }

    /** Whether line {@code i} is nowhere above both its predecessor and a new line. */
    private boolean isHidden(int i, double slope, double intercept) {
        return (intercept - intercepts[i - 1]) * (slopes[i] - slopes[i - 1])
                >= (intercepts[i] - intercepts[i - 1]) * (slope - slopes[i - 1]);
    }

    /** The largest of the lines at {@code v}. */
    public double at(double v) {
        int i = highestAt(v);
        return slopes[i] * v + intercepts[i];
    }

    /** The name of the line that is highest at {@code v}. */
    public int nameAt(double v) {
        return names[highestAt(v)];
    }

    private int highestAt(double v) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean rises = slopes[middle + 1] * v + intercepts[middle + 1] > slopes[middle] * v + intercepts[middle];
            if (rises) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
