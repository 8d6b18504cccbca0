package dev.envelope.theory.unlike.descent;

/** A step of an {@link AllPayDescent}, known at Chebyshev points of its depth. */
final class DescentStep {

    /** How many points. */
    static final int NODES = 10;

    private static final int MAX_STEPS = 60;
    private static final double EXACT = 1e-15;

    private final double start;
    private final double end;
    private final double[][] states;

    /** The step from depth {@code start} to depth {@code end}, with what is known at each point. */
    DescentStep(double start, double end, double[][] states) {
        this.start = start;
        this.end = end;
        this.states = states;
    }

    /** The depth of point {@code i}: both ends are points. */
    static double node(int i, double start, double end) {
        if (i == 0) {
            return start;
        }
        return i == NODES - 1 ? end : start + (end - start) * place(i);
    }

    private static double place(int i) {
        return (1 - StrictMath.cos(Math.PI * i / (NODES - 1))) / 2;
    }

    /** The depth at its beginning. */
    double start() {
        return start;
    }

    /** How long it is. */
    double width() {
        return end - start;
    }

    /** All coordinates at depth {@code x}. */
    double[] state(double x) {
        double[] state = new double[states[0].length];
        for (int c = 0; c < state.length; c++) {
            state[c] = at(c, x);
        }
        return state;
    }

    /** The part of it up to depth {@code x}. */
    DescentStep upTo(double x) {
        double[][] known = new double[NODES][];
        for (int i = 0; i < NODES; i++) {
            known[i] = state(node(i, start, x));
        }
        return new DescentStep(start, x, known);
    }

    /** The depth at its end. */
    double end() {
        return end;
    }

    /** Coordinate {@code c} at the beginning. */
    double from(int c) {
        return states[0][c];
    }

    /** Coordinate {@code c} at the end. */
    double to(int c) {
        return states[NODES - 1][c];
    }

    /** Coordinate {@code c} at depth {@code x}, of the step or next to it. */
    double at(int c, double x) {
        return at01(c, (x - start) / (end - start));
    }

    /** Coordinate {@code wanted} where coordinate {@code given}, which does not fall, is {@code y}; at an end beyond it. */
    double where(int given, double y, int wanted) {
        return at(wanted, depthAt(given, y));
    }

    /** The depth at which coordinate {@code given}, which does not fall, is {@code y}; at an end beyond it. */
    double depthAt(int given, double y) {
        double first = from(given);
        double last = to(given);
        if (y <= first) {
            return start;
        }
        if (y >= last) {
            return end;
        }
        double low = 0;
        double high = 1;
        double below = first - y;
        double above = last - y;
        double s = below / (below - above);
        for (int i = 0; i < MAX_STEPS && high - low > EXACT; i++) {
            double here = at01(given, s) - y;
            if (here == 0) {
                break;
            }
            if (here < 0) {
                low = s;
                below = here;
                above /= i % 3 == 2 ? 2 : 1;
            } else {
                high = s;
                above = here;
                below /= i % 3 == 2 ? 2 : 1;
            }
            double next = low + (high - low) * below / (below - above);
            s = next > low && next < high ? next : (low + high) / 2;
        }
        return start + s * (end - start);
    }

    /** The polynomial through the points, by the barycentric formula (Berrut and Trefethen 2004). */
    private double at01(int c, double s) {
        double over = 0;
        double under = 0;
        for (int i = 0; i < NODES; i++) {
            double distance = s - (i == NODES - 1 ? 1 : place(i));
            if (distance == 0) {
                return states[i][c];
            }
            double weight = (i % 2 == 0 ? 1 : -1) * (i == 0 || i == NODES - 1 ? 0.5 : 1) / distance;
            over += weight * states[i][c];
            under += weight;
        }
        return over / under;
    }
}
