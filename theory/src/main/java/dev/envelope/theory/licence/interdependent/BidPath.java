package dev.envelope.theory.licence.interdependent;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.ContinuousOutputModel;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * First-order conditions of two firms' bids, followed from the highest bid down. With φ_j the value of firm j that bids b and F_j its
 * rank, b is worth x·F_j(φ_j) + α·E[Y_j; Y_j ≤ φ_j] less what is paid to firm i of value x, beside what does not depend on it: so the value
 * that should bid b has (x + α·φ_j − b)·dF_j/db = F_j where the winner pays its bid, and (x + α·φ_j)·dF_j/db = 1 where both pay theirs.
 */
abstract class BidPath {

    static final double ACCURACY = 1e-13;
    private static final double SHORTEST = 1e-12;
    private static final int MAX_EVALUATIONS = 2_000_000;
    private static final double CHECKED = 0.5;
    private static final double NEAR = 1e-15;
    private static final int MOST_STEPS = 200;

    private final List<ValueDistribution> types;
    private final double alpha;
    private final ContinuousOutputModel model = new ContinuousOutputModel();
    private boolean isStopped;
    private boolean isFollowed;

    BidPath(List<ValueDistribution> types, double alpha) {
        this.types = types;
        this.alpha = alpha;
    }

    /** How the two numbers that say the ranks, and the one that says the bid, change. */
    abstract void slopes(double[] y, double[] slopes);

    /** What is above 0 until the conditions give out. */
    abstract double margin(double... y);

    /** What is above 0 until the path is at its end. */
    abstract double remains(double... y);

    /** The level of y[i] at which firm i has {@code type}. */
    abstract double level(int firm, double type);

    /** The bid of firm {@code firm} of {@code type} below where the path ends. */
    abstract double lowest(int firm, double type);

    abstract double bid(int firm, double... y);

    final void follow(double[] start, double until) {
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(SHORTEST, until, ACCURACY, ACCURACY);
        integrator.setMaxEvaluations(MAX_EVALUATIONS);
        integrator.addStepHandler(model);
        Stop giveOut = new Stop(this::margin);
        Stop arrive = new Stop(this::remains);
        integrator.addEventHandler(giveOut, CHECKED, NEAR, MOST_STEPS);
        integrator.addEventHandler(arrive, CHECKED, NEAR, MOST_STEPS);
        try {
            integrator.integrate(new Equations(), 0, start, until, new double[start.length]);
            isStopped = giveOut.isReached;
            isFollowed = isStopped || arrive.isReached;
        } catch (MathIllegalArgumentException | MathIllegalStateException e) {
            isFollowed = false;
        }
    }

    final boolean isFollowed() {
        return isFollowed;
    }

    final boolean isStopped() {
        return isStopped;
    }

    final ValueDistribution type(int firm) {
        return types.get(firm);
    }

    /** φ_i + α·φ_j. */
    final double stake(int firm, double... values) {
        return values[firm] + alpha * values[1 - firm];
    }

    double end() {
        return model.getFinalTime();
    }

    /** What is integrated, after {@code time}. */
    final double[] at(double time) {
        model.setInterpolatedTime(time);
        return model.getInterpolatedState();
    }

    /** What firm {@code firm} of {@code type} bids. */
    final double bid(int firm, double type) {
        double level = level(firm, type);
        double last = end();
        if (!(at(last)[firm] < level)) {
            return lowest(firm, type);
        }
        return bid(firm, at(Bisection.reaching(0, last, time -> -at(time)[firm], -level)));
    }

    /** Where the bids of {@code firm} may not be smooth: its own kinks, and values that bid as the other does at its. */
    final double[] knots(int firm) {
        ValueDistribution own = type(firm);
        DoubleStream seen = types.get(1 - firm).kinks().stream()
                .mapToDouble(kink -> bid(1 - firm, kink))
                .map(bid -> Bisection.first(own.lower(), own.upper(), x -> bid(firm, x) >= bid));
        DoubleStream all = DoubleStream.concat(
                own.kinks().stream().mapToDouble(kink -> kink),
                DoubleStream.concat(seen, DoubleStream.of(own.lower(), lastType(firm), own.upper())));
        return all.filter(x -> x >= own.lower() && x <= own.upper())
                .sorted()
                .distinct()
                .toArray();
    }

    /** The value of {@code firm} where the path ends. */
    final double lastType(int firm) {
        double last = at(end())[firm];
        ValueDistribution own = type(firm);
        return Bisection.first(own.lower(), own.upper(), x -> level(firm, x) >= last);
    }

    private final class Equations implements FirstOrderDifferentialEquations {

        @Override
        public int getDimension() {
            return 3;
        }

        @Override
        public void computeDerivatives(double time, double[] y, double[] slopes) {
            slopes(y, slopes);
        }
    }

    /** The end of a path, where {@code level} falls to 0. */
    private static final class Stop implements EventHandler {

        private final ToDoubleFunction<double[]> level;
        private boolean isReached;

        Stop(ToDoubleFunction<double[]> level) {
            this.level = level;
        }

        @Override
        public void init(double from, double[] y, double until) {
            isReached = !(level.applyAsDouble(y) > 0);
        }

        @Override
        public double g(double time, double[] y) {
            return level.applyAsDouble(y);
        }

        @Override
        public Action eventOccurred(double time, double[] y, boolean isIncreasing) {
            isReached = true;
            return Action.STOP;
        }

        @Override
        public void resetState(double time, double[] y) {
            // the path ends there
        }
    }
}
