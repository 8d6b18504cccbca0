package dev.envelope.theory.unlike.descent;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The steps of a stretch of {@link AllPayDescent}, each as long as its error and the values at which a distribution is not smooth let it be. */
final class AllPayPace {

    /** How long the first step from a highest value without density on is, in units of the accuracy. */
    private static final double FIRST = 1e4;

    private static final double SHORTEST_STEP = 1e-12;
    private static final double LONG_STEP = 0.05;
    private static final double LONGEST_STEP = 1;
    private static final double SHORTER = 0.1;
    private static final double SAFE = 0.8;
    private static final double MOST_GROWTH = 4;

    private final List<AllPayKind> kinds;
    private final int[] bidding;
    private final AllPayStep steps;
    private double width;

    /**
     * The steps of those that bid.
     *
     * @param state where the first step begins
     * @param accuracy by how much −ln G may be off
     */
    AllPayPace(List<AllPayKind> kinds, int[] bidding, AllPayStep steps, double[] state, double accuracy) {
        this.kinds = kinds;
        this.bidding = bidding.clone();
        this.steps = steps;
        this.width = isRagged(state) ? FIRST * accuracy : LONG_STEP;
    }

    /** Whether somebody who is still at the highest value has no density, or one without bound, there. */
    private boolean isRagged(double[] state) {
        return IntStream.of(bidding).anyMatch(kind -> {
            double density =
                    kinds.get(kind).type().density(kinds.get(kind).type().upper());
            return state[kind] < AllPayDescent.NEAR && !(density > 0 && density < Double.POSITIVE_INFINITY);
        });
    }

    /** The next step, which ends at {@code until} at the most; empty where none is exact enough. */
    Optional<DescentStep> next(double depth, double[] state, double until) {
        Optional<AllPayStep.Taken> taken = taken(depth, state, Math.min(width, until - depth));
        taken.ifPresent(each -> {
            width = Math.max(SHORTEST_STEP, Math.min(LONGEST_STEP, longer(each)));
            steps.goOnFrom(each.step());
        });
        return taken.map(AllPayStep.Taken::step);
    }

    /** A step of at most {@code most} that is exact enough, and on which no kind passes a value at which it is not smooth; empty where there is none. */
    private Optional<AllPayStep.Taken> taken(double depth, double[] state, double most) {
        double wanted = most;
        while (wanted >= Math.min(most, SHORTEST_STEP)) {
            Optional<AllPayStep.Taken> taken = steps.taken(depth, state, wanted);
            double shorter = SHORTER * wanted;
            if (taken.isPresent()) {
                double kink = firstKink(taken.get().step(), depth);
                if (kink < wanted * (1 - AllPayDescent.CONVERGED) && kink > SHORTEST_STEP) {
                    shorter = kink;
                } else if (taken.get().error() <= 1) {
                    return taken;
                } else {
                    shorter = Math.max(SHORTER * wanted, Math.min(SAFE * wanted, longer(taken.get())));
                }
            }
            wanted = shorter;
        }
        return Optional.empty();
    }

    private static double longer(AllPayStep.Taken taken) {
        double growth = SAFE * StrictMath.pow(Math.max(taken.error(), 1e-10), -1.0 / RadauRule.STAGES);
        return taken.step().width() * Math.min(MOST_GROWTH, growth);
    }

    /** How far into {@code step} a kind first comes to a value at which it is not smooth; +∞ where none does. */
    private double firstKink(DescentStep step, double depth) {
        double first = Double.POSITIVE_INFINITY;
        for (int kind : bidding) {
            for (double kink : kinds.get(kind).kinks()) {
                boolean isInside = kink > step.from(kind) + AllPayDescent.CONVERGED
                        && kink < step.to(kind) - AllPayDescent.CONVERGED;
                first = isInside ? Math.min(first, step.depthAt(kind, kink) - depth) : first;
            }
        }
        return first;
    }
}
