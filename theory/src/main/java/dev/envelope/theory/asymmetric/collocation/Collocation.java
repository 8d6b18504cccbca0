package dev.envelope.theory.asymmetric.collocation;

import dev.envelope.theory.asymmetric.dynamics.BidDynamics;
import dev.envelope.theory.asymmetric.dynamics.Bottom;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The boundary-value problem of {@link BidDynamics} solved all at once: polynomials on panels that satisfy the equations at
 * Chebyshev points, all L_i = 0 at the top, {@link Bottom} at the lower end; by {@link BoundaryNewton}, on panels that are
 * cut where the last coefficients show an error and where a class begins to bid. Who bids on a panel is fixed while Newton's
 * method runs, so that its equations are smooth; it moves the panels to where classes begin below the top, and whether they do so is
 * found anew after it.
 */
public final class Collocation {

    private static final int MESHES = 40;
    private static final int MOST_FINE = 4;
    private static final int MAX_PANELS = 400;
    /** The panels of all meshes together beyond which it will not do: twice what the hardest of a hundred solved games of mixed families takes. */
    private static final int MOST_WORK = 2000;

    private static final double LOG_ERROR = 1e-11;
    private static final double BID_ERROR = 1e-12;
    /** How exactly the equations are solved: at first, at last, and beside the error of the panels before. */
    private static final double ROUGH = 1e4;

    private static final double EXACT = 0.1;
    private static final double LESS = 1e-4;
    private static final double SHORTEST = 1e-10;
    private static final double SETTLED = 1e7;

    /** How far a start may be from where it is found anew without being moved there. */
    private static final double MOVED = 1e-8;

    /** How far along the first panel, or one where a class begins, it is cut, and by what its error then falls where that is slow. */
    private static final double TOWARDS_TOP = 0.15;

    private static final double TOP_GAIN = 0.12;
    private static final double SMALL = 1e3;

    private final BidDynamics dynamics;
    private final BoundaryNewton newton;
    private final double range;
    private final int size;
    /** For each class the x from which on downwards it bids. */
    private double[] starts = new double[0];

    private List<PanelEquations> panels = new ArrayList<>();

    public Collocation(BidDynamics dynamics, int classes, Bottom bottom, double range) {
        this.dynamics = dynamics;
        this.newton = new BoundaryNewton(bottom, LOG_ERROR, BID_ERROR * range);
        this.range = range;
        this.size = classes + 1;
    }

    /** The pieces of the solution, downwards; none where Newton's method does not converge. */
    public List<Panel> solve(FirstGuess guess) {
        boolean isFine = Arrays.stream(guess.starts()).anyMatch(x -> x < 0);
        for (int fineness = isFine ? MOST_FINE : 1; guess.exists() && fineness <= MOST_FINE; fineness *= MOST_FINE) {
            List<Panel> solved = solve(guess, guess.ends(fineness));
            if (!solved.isEmpty()) {
                return solved;
            }
        }
        return List.of();
    }

    private List<Panel> solve(FirstGuess guess, double[] first) {
        double[] ends = first;
        starts = guess.starts();
        panels = panels(ends, guess.at(ends));
        double loose = ROUGH;
        int work = 0;
        for (int mesh = 0; mesh < MESHES && ends.length <= MAX_PANELS && work <= MOST_WORK; mesh++) {
            work += ends.length;
            if (newton.solves(panels, loose)) {
                List<Panel> solved = solved();
                takeStarts();
                double[] before = starts.clone();
                boolean isMoved = moveStarts(solved);
                NavigableSet<Double> finer = refined(mesh > 0);
                if (!isMoved && finer.size() == ends.length) {
                    newton.solves(panels, EXACT);
                    return solved();
                }
                ends = aligned(finer, before);
                loose = Math.max(EXACT, Math.min(ROUGH, LESS * largestError()));
                panels = panels(ends, interpolated(solved, ends));
            } else if (newton.isAtTop()) {
                beginAtTop(guess.starts());
                ends = first;
                panels = panels(ends, guess.at(ends));
            } else {
                return List.of();
            }
        }
        return List.of();
    }

    private List<Panel> solved() {
        return panels.stream().map(PanelEquations::solved).toList();
    }

    /** Lets the first that were to begin below the top begin there, and the others where it was {@code guessed}. */
    private void beginAtTop(double[] guessed) {
        double first = Arrays.stream(starts).filter(x -> x < 0).max().orElse(0);
        for (int i = 0; i < starts.length; i++) {
            starts[i] = starts[i] >= first ? 0 : guessed[i];
        }
    }

    /** Takes over where Newton's method moved the starts to. */
    private void takeStarts() {
        for (int i = 0; i < starts.length; i++) {
            for (int p = panels.size() - 1; p > 0; p--) {
                if (panels.get(p).bids()[i] && !panels.get(p - 1).bids()[i]) {
                    starts[i] = panels.get(p).from();
                }
            }
        }
    }

    /** Whether Newton's method finds where the class begins. */
    private boolean isUnknown(int index) {
        return starts[index] < 0 && panels.get(panels.size() - 1).bids()[index];
    }

    /** Finds anew where each other class begins to bid; whether one of them is elsewhere. */
    private boolean moveStarts(List<Panel> solved) {
        boolean isMoved = false;
        for (int i = 0; i < starts.length; i++) {
            double start = isUnknown(i) ? starts[i] : start(i, solved);
            // Where a start is next to the top Newton's method has it at the top: it must not be moved off it again.
            double nearby = starts[i] == 0 ? BoundaryNewton.NEAR_TOP : MOVED;
            if (Math.abs(start - starts[i]) > nearby && isSettled(start, starts[i])) {
                starts[i] = start;
                isMoved = true;
            }
        }
        return isMoved;
    }

    /** Whether the panels between, and beside, {@code one} and {@code other} have small errors. */
    private boolean isSettled(double one, double other) {
        double high = Math.max(one, other);
        double low = Math.min(one, other);
        return panels.stream()
                .filter(panel -> panel.to() <= high && panel.from() >= low)
                .allMatch(panel -> panel.error(LOG_ERROR, BID_ERROR * range) <= SETTLED);
    }

    private double start(int index, List<Panel> solved) {
        if (eagerness(index, 0, solved, 0) >= 0) {
            return 0;
        }
        for (int p = 0; p < panels.size(); p++) {
            int panel = p;
            if (eagerness(index, p, solved, panels.get(p).to()) > 0) {
                return -Bisection.first(
                        -panels.get(p).from(), -panels.get(p).to(), x -> eagerness(index, panel, solved, -x) > 0);
            }
        }
        return panels.get(panels.size() - 1).to();
    }

    private double eagerness(int index, int panel, List<Panel> solved, double x) {
        double[] state = new double[size];
        for (int c = 0; c < size; c++) {
            state[c] = solved.get(panel).at(c, x);
        }
        return dynamics.eagerness(index, state, panels.get(panel).bids());
    }

    private double largestError() {
        return panels.stream()
                .mapToDouble(panel -> panel.error(LOG_ERROR, BID_ERROR * range))
                .max()
                .orElse(0);
    }

    /** The ends with one wherever a class begins to bid, in place of where it was thought to begin. */
    private double[] aligned(NavigableSet<Double> ends, double[] before) {
        double bottomEnd = ends.last();
        for (int i = 0; i < starts.length; i++) {
            double from = Math.max(starts[i], before[i]);
            double to = Math.min(starts[i], before[i]);
            ends.removeIf(x -> from != to && x <= from && x >= to && x != 0 && x != bottomEnd);
        }
        for (double start : starts) {
            ends.add(start);
        }
        return ends.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private List<PanelEquations> panels(double[] ends, double[][][] states) {
        List<PanelEquations> made = new ArrayList<>();
        boolean[] late = new boolean[size - 1];
        for (int i = 0; i < late.length; i++) {
            late[i] = starts[i] < 0;
        }
        for (int p = 0; p + 1 < ends.length; p++) {
            if (p > 0) {
                states[p][0] = states[p - 1][Panel.DEGREE];
            }
            boolean[] bids = new boolean[size - 1];
            for (int i = 0; i < bids.length; i++) {
                bids[i] = starts[i] >= ends[p];
            }
            made.add(new PanelEquations(dynamics, bids, late, ends[p], ends[p + 1], states[p]));
        }
        return made;
    }

    private double[][][] interpolated(List<Panel> solved, double[] ends) {
        double[][][] states = new double[ends.length - 1][Panel.DEGREE + 1][size];
        int old = 0;
        for (int p = 0; p + 1 < ends.length; p++) {
            for (int j = 0; j <= Panel.DEGREE; j++) {
                double x = ends[p] + (ends[p + 1] - ends[p]) * Panel.point(j);
                while (old + 1 < solved.size() && x < solved.get(old).to()) {
                    old++;
                }
                for (int c = 0; c < size; c++) {
                    states[p][j][c] = solved.get(old).at(c, x);
                }
            }
        }
        return states;
    }

    /**
     * The ends of panels, downwards, with those cut that have too large an error; into many, towards where they begin, the first where
     * its error stays so, and those where a class begins to bid: its slope may change fast from there on.
     */
    private NavigableSet<Double> refined(boolean isTopSingular) {
        NavigableSet<Double> finer = new TreeSet<>(Comparator.reverseOrder());
        int last = panels.size() - 1;
        for (int p = 0; p <= last; p++) {
            PanelEquations panel = panels.get(p);
            double length = panel.from() - panel.to();
            double error = panel.error(LOG_ERROR, BID_ERROR * range);
            finer.add(panel.from());
            if (error > 1 && length > SHORTEST) {
                boolean begins =
                        p > 0 && !Arrays.equals(panel.bids(), panels.get(p - 1).bids());
                finer.add(panel.from() - (p == 0 || begins ? TOWARDS_TOP : p == last ? 1 - TOWARDS_TOP : 0.5) * length);
                double near = TOWARDS_TOP * TOWARDS_TOP * length;
                for (double left = error; (begins || (p == 0 && isTopSingular)) && left > SMALL; left *= TOP_GAIN) {
                    finer.add(panel.from() - near);
                    near *= TOWARDS_TOP;
                }
                if (error > SETTLED) {
                    finer.add(panel.from() - 0.25 * length);
                    finer.add(panel.from() - 0.75 * length);
                }
            }
        }
        finer.add(panels.get(last).to());
        return finer;
    }
}
