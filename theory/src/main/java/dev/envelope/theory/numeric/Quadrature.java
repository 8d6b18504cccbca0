package dev.envelope.theory.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * Adaptive integration by the 15-point Kronrod rule (Piessens et al., QUADPACK, 1983), halving where its difference from the
 * 7-point Gauss rule is large.
 *
 * <p>The error aimed at is 1e-14 of ∫|f|; integrable singularities belong at an end of a piece, kinks and jumps at a
 * breakpoint; after 4,000 halves of a piece what is there is taken. The ends themselves are never evaluated. Checked by {@code QuadratureTest}.
 */
public final class Quadrature {

    private static final double RELATIVE_ERROR = 1e-14;
    private static final int MAX_HALVINGS = 52;
    private static final int MAX_PANELS = 4_000;

    /** The same where nodes crowd at the ends, so that what is left is the rounding of f's argument. */
    private static final int FEW_PANELS = 100;

    /** Positive nodes from the outside in; every second one, from the second on, is a Gauss node. */
    private static final double[] NODES = {
        0.9914553711208126,
        0.9491079123427585,
        0.8648644233597691,
        0.7415311855993945,
        0.5860872354676911,
        0.4058451513773972,
        0.20778495500789848,
    };

    private static final double[] KRONROD = {
        0.022935322010529224,
        0.06309209262997856,
        0.10479001032225019,
        0.14065325971552592,
        0.1690047266392679,
        0.19035057806478542,
        0.20443294007529889,
    };

    private static final double KRONROD_CENTRE = 0.20948214108472782;

    private static final double[] GAUSS = {
        0.1294849661688697, 0.27970539148927664, 0.3818300505051189,
    };

    private static final double GAUSS_CENTRE = 0.4179591836734694;

    private Quadrature() {}

    /**
     * The integral of {@code f} from the first to the last of {@code breakpoints}, piece by piece.
     *
     * @param f finite between the breakpoints
     * @param breakpoints at least two; one that does not exceed its predecessor adds no piece
     */
    public static double integrate(DoubleUnaryOperator f, double... breakpoints) {
        return integrateWithin(0, f, breakpoints);
    }

    /**
     * The same where an error of {@code accuracy} does no harm: for an {@code f} that carries rounding noise, which halving
     * would chase without end.
     *
     * @param accuracy an absolute error, in the unit of the integral
     */
    public static double integrateWithin(double accuracy, DoubleUnaryOperator f, double... breakpoints) {
        double total = 0;
        double from = breakpoints[0];
        for (int i = 1; i < breakpoints.length; i++) {
            if (breakpoints[i] > from) {
                total += piece(accuracy, f, from, breakpoints[i], MAX_PANELS);
                from = breakpoints[i];
            }
        }
        return total;
    }

    /**
     * The same where f is singular at breakpoints, as roots of the distance to them: these are crowded with nodes by integrating over v,
     * of which the distance to either end of a piece is a cube.
     */
    public static double integrateBetweenSingularities(double accuracy, DoubleUnaryOperator f, double... breakpoints) {
        double total = 0;
        double from = breakpoints[0];
        for (int i = 1; i < breakpoints.length; i++) {
            double to = breakpoints[i];
            if (to > from) {
                double start = from;
                double width = to - from;
                DoubleUnaryOperator crowded = v -> {
                    double above = 1 - v;
                    double x = v < 0.5
                            ? start + width * v * v * v * (10 + v * (6 * v - 15))
                            : to - width * above * above * above * (10 + above * (6 * above - 15));
                    return 30 * width * v * v * above * above * f.applyAsDouble(x);
                };
                total += piece(accuracy, crowded, 0, 0.5, FEW_PANELS) + piece(accuracy, crowded, 0.5, 1, FEW_PANELS);
                from = to;
            }
        }
        return total;
    }

    private static double piece(double accuracy, DoubleUnaryOperator f, double from, double to, int mostPanels) {
        Panel whole = Panel.of(f, from, to);
        double tolerance = Math.max(accuracy, RELATIVE_ERROR * whole.magnitude);
        return new Refinement(f, tolerance, mostPanels).of(whole, MAX_HALVINGS);
    }

    /** The halving of one piece, which ends also where rounding noise would never let the error become small. */
    private static final class Refinement {

        private final DoubleUnaryOperator f;
        private final double tolerance;
        private final int mostPanels;
        private int panels;

        Refinement(DoubleUnaryOperator f, double tolerance, int mostPanels) {
            this.f = f;
            this.tolerance = tolerance;
            this.mostPanels = mostPanels;
        }

        double of(Panel panel, int halvings) {
            double middle = panel.from + (panel.to - panel.from) / 2;
            boolean isFine = !(panel.error > tolerance) || middle <= panel.from || middle >= panel.to;
            if (isFine || halvings == 0 || panels >= mostPanels) {
                return panel.integral;
            }
            panels += 2;
            double left = of(Panel.of(f, panel.from, middle), halvings - 1);
            return left + of(Panel.of(f, middle, panel.to), halvings - 1);
        }
    }

    /** The rule applied once, with ∫|f| as its magnitude. */
    private record Panel(double from, double to, double integral, double error, double magnitude) {

        static Panel of(DoubleUnaryOperator f, double from, double to) {
            double half = (to - from) / 2;
            double centre = from + half;
            double atCentre = f.applyAsDouble(centre);
            double kronrod = KRONROD_CENTRE * atCentre;
            double gauss = GAUSS_CENTRE * atCentre;
            double magnitude = KRONROD_CENTRE * Math.abs(atCentre);
            for (int i = 0; i < NODES.length; i++) {
                double left = f.applyAsDouble(centre - half * NODES[i]);
                double right = f.applyAsDouble(centre + half * NODES[i]);
                kronrod += KRONROD[i] * (left + right);
                magnitude += KRONROD[i] * (Math.abs(left) + Math.abs(right));
                if (i % 2 == 1) {
                    gauss += GAUSS[i / 2] * (left + right);
                }
            }
            return new Panel(from, to, half * kronrod, half * Math.abs(kronrod - gauss), half * magnitude);
        }
    }
}
