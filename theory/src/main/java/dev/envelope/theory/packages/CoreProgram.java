package dev.envelope.theory.packages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * The linear and the quadratic program over the winners' payments that some groups' constraints leave.
 *
 * <p>The quadratic one is solved twice: by an active-set method, which finds the constraints that bind, and again as the
 * projection onto these, which is exact to rounding.
 */
final class CoreProgram {

    /** How near to a constraint a payment is taken to be on it, in units of the largest offer. */
    private static final double BINDING = 1e-7;

    private final double[] lowest;
    private final double[] highest;
    private final List<CoreConstraint> constraints;
    private final double scale;

    CoreProgram(double[] lowest, double[] highest, List<CoreConstraint> constraints) {
        this.lowest = lowest.clone();
        this.highest = highest.clone();
        this.constraints = List.copyOf(constraints);
        this.scale = Arrays.stream(highest).max().orElse(1);
    }

    /** Payments of the least sum. */
    double[] cheapest() {
        if (constraints.size() == 1) {
            return new SoleConstraint(lowest, highest, constraints.get(0)).nearest(lowest);
        }
        ExpressionsBasedModel model = model();
        for (int k = 0; k < lowest.length; k++) {
            model.getVariable(k).weight(1L);
        }
        return values(model.minimise());
    }

    /** The payments of sum {@code revenue} nearest to {@code reference}. */
    double[] nearest(double[] reference, double revenue) {
        if (constraints.size() == 1) {
            return new SoleConstraint(lowest, highest, constraints.get(0)).nearest(reference);
        }
        ExpressionsBasedModel model = model();
        Expression distance = model.newExpression("distance").weight(1L);
        Expression sum = model.newExpression("sum").upper(revenue / scale);
        for (int k = 0; k < lowest.length; k++) {
            distance.set(k, k, 1L);
            distance.set(k, -2 * reference[k] / scale);
            sum.set(k, 1L);
        }
        return projected(reference, revenue, values(model.minimise()));
    }

    private ExpressionsBasedModel model() {
        Optimisation.Options options = new Optimisation.Options();
        options.time_abort = Long.MAX_VALUE;
        options.time_suffice = Long.MAX_VALUE;
        ExpressionsBasedModel model = new ExpressionsBasedModel(options);
        for (int k = 0; k < lowest.length; k++) {
            model.newVariable("payment " + k).lower(lowest[k] / scale).upper(highest[k] / scale);
        }
        for (CoreConstraint constraint : constraints) {
            Expression row = model.newExpression("group " + constraints.indexOf(constraint))
                    .lower(constraint.least() / scale);
            for (int k = 0; k < lowest.length; k++) {
                if (constraint.has(k)) {
                    row.set(k, 1L);
                }
            }
        }
        return model;
    }

    private double[] values(Optimisation.Result result) {
        if (!result.getState().isFeasible()) {
            throw new IllegalStateException("core payments: " + result.getState() + " (expected: optimal)");
        }
        double[] values = new double[lowest.length];
        Arrays.setAll(values, k -> scale * result.doubleValue(k));
        return values;
    }

    /** The point nearest to {@code reference} among those on which the same constraints bind as at {@code near}. */
    private double[] projected(double[] reference, double revenue, double[] near) {
        List<double[]> rows = new ArrayList<>();
        List<Double> sides = new ArrayList<>();
        bind(rows, sides, -1L, revenue);
        for (CoreConstraint constraint : constraints) {
            if (constraint.paid(near) <= constraint.least() + BINDING * scale) {
                bind(rows, sides, constraint.payers(), constraint.least());
            }
        }
        for (int k = 0; k < near.length; k++) {
            if (near[k] <= lowest[k] + BINDING * scale) {
                bind(rows, sides, 1L << k, lowest[k]);
            } else if (near[k] >= highest[k] - BINDING * scale) {
                bind(rows, sides, 1L << k, highest[k]);
            }
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(rows.toArray(double[][]::new));
        ArrayRealVector point = new ArrayRealVector(reference);
        ArrayRealVector side = new ArrayRealVector(sides.toArray(Double[]::new));
        return point.add(new SingularValueDecomposition(matrix).getSolver().solve(side.subtract(matrix.operate(point))))
                .toArray();
    }

    private void bind(List<double[]> rows, List<Double> sides, long payers, double side) {
        double[] row = new double[lowest.length];
        Arrays.setAll(row, k -> (payers >>> k & 1) == 1 ? 1 : 0);
        rows.add(row);
        sides.add(side);
    }
}
