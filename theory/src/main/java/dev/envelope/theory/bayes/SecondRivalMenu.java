package dev.envelope.theory.bayes;

import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an agent's messages earn where the highest message wins and what is paid depends, beside one's own, on that of the second
 * strongest rival: the mechanism is played against the two strongest, one of them just above or below the agent.
 *
 * <p>The second rival's messages are cut into cells. On each the payment is taken to be a line between the ends that are played, and
 * its average under the law of that rival, of which the mean is by Simpson's rule.
 */
final class SecondRivalMenu implements PlayedMenu {

    private final Mechanism mechanism;
    private final int agent;
    private final int strongest;
    private final int second;
    private final TieOrder ties;
    private final int rivals;
    private final List<Sampled> kinds;
    private final int[] counts;
    private final double[] edges;
    private final List<Point> points = new ArrayList<>();
    private final double[] certain;
    private final double beyond;
    private final Map<Double, Terms> known = new HashMap<>();

    /** The menu of agent {@code agent} of {@code mechanism} against all others, who play {@code rivals}. */
    SecondRivalMenu(Mechanism mechanism, int agent, List<Sampled> rivals) {
        this.mechanism = mechanism;
        this.agent = agent;
        this.strongest = agent == 0 ? 1 : 0;
        this.second = agent <= 1 ? 2 : 1;
        this.ties = TieOrder.byIndex(mechanism.agents());
        this.rivals = rivals.size();
        this.kinds = rivals.stream().distinct().toList();
        this.counts = kinds.stream()
                .mapToInt(kind -> Collections.frequency(rivals, kind))
                .toArray();
        this.certain = new double[counts.length];
        Arrays.fill(certain, 1);
        this.edges = kinds.stream()
                .flatMapToDouble(each -> Arrays.stream(each.messages()))
                .sorted()
                .distinct()
                .toArray();
        this.beyond = edges[edges.length - 1] + 1;
        for (int e = 0; e < edges.length; e++) {
            points.add(point(edges[e]));
            if (e + 1 < edges.length) {
                points.add(point(edges[e] + (edges[e + 1] - edges[e]) / 2));
            }
        }
    }

    @Override
    public double[] edges() {
        return edges;
    }

    @Override
    public Terms at(double b) {
        return known.computeIfAbsent(b, this::played);
    }

    private Terms played(double b) {
        double payment = 0;
        double[] chances = kinds.stream().mapToDouble(kind -> kind.below(b)).toArray();
        for (int e = 0; e + 1 < edges.length; e++) {
            Point from = points.get(2 * e);
            Point to = points.get(2 * e + 2);
            if (b > edges[e] && b < edges[e + 1]) {
                Point here = point(b);
                payment += average(b, chances, from, point(from.message + (b - from.message) / 2), here);
                payment += average(b, chances, here, point(b + (to.message - b) / 2), to);
            } else {
                payment += average(b, chances, from, points.get(2 * e + 1), to);
            }
        }
        return new Terms(none(chances), payment);
    }

    /** What is paid where the second rival's message is between {@code from} and {@code to}, on one side of {@code b}. */
    private double average(double b, double[] chances, Point from, Point middle, Point to) {
        double first = Math.nextUp(from.message);
        double last = Math.nextDown(to.message);
        boolean mayWin = b >= to.message;
        double[] won = new double[3];
        double[] lost = {from.both(certain), middle.both(certain), to.both(certain)};
        if (mayWin) {
            won = new double[] {from.both(chances), middle.both(chances), to.both(chances)};
            for (int i = 0; i < won.length; i++) {
                lost[i] -= won[i];
            }
        }
        double paid = mayWin ? mean(pay(b, b, first), pay(b, b, last), won) : 0;
        return paid + mean(pay(b, beyond, first), pay(b, beyond, last), lost);
    }

    /** ∫ p dJ for p on the line from {@code first} to {@code last}, J given at both ends and in the middle. */
    private static double mean(double first, double last, double[] law) {
        return last * law[2] - first * law[0] - (last - first) * (law[0] + 4 * law[1] + law[2]) / 6;
    }

    private Point point(double message) {
        double[] below = kinds.stream().mapToDouble(kind -> kind.below(message)).toArray();
        double[] others = new double[below.length];
        for (int j = 0; j < others.length; j++) {
            others[j] = counts[j];
            for (int k = 0; k < below.length; k++) {
                others[j] *= StrictMath.pow(below[k], counts[k] - (k == j ? 1 : 0));
            }
        }
        return new Point(message, (1 - rivals) * none(below), others);
    }

    /** P(all rivals send less), by the chance that each kind does. */
    private double none(double[] chances) {
        double product = 1;
        for (int j = 0; j < chances.length; j++) {
            product *= StrictMath.pow(chances[j], counts[j]);
        }
        return product;
    }

    /**
     * A message y of the second rival: P(the strongest sends less than b, the second less than y) is a line in the chances that
     * rivals of each kind send less than b ≥ y.
     */
    private static final class Point {

        /** y. */
        private final double message;

        /** The constant, (1 − N)·Π_j F_j(y). */
        private final double rest;

        /** The slopes, Σ_j Π_{k ≠ j} F_k(y) over the rivals of a kind. */
        private final double[] others;

        Point(double message, double rest, double[] others) {
            this.message = message;
            this.rest = rest;
            this.others = others;
        }

        double both(double[] chances) {
            double sum = rest;
            for (int j = 0; j < others.length; j++) {
                sum += others[j] * chances[j];
            }
            return sum;
        }
    }

    /** What is paid against a strongest rival just below {@code b}, or at {@link #beyond}, and a second at {@code low}. */
    private double pay(double b, double high, double low) {
        double[] profile = new double[mechanism.agents()];
        Arrays.fill(profile, Mechanism.ABSTAIN);
        profile[agent] = b;
        profile[strongest] = high == b ? Math.nextDown(b) : high;
        profile[second] = Math.min(low, profile[strongest]);
        return mechanism.outcome(profile, ties).payment(agent);
    }
}
