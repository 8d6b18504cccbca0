package dev.envelope.theory.bayes;

import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an agent's messages earn against given rivals, by playing the mechanism against the strongest of them: q(b) and m(b).
 *
 * <p>The strongest rival's messages are cut into cells, of which one point each is played; the cell in which the allocation
 * flips is cut there.
 */
final class StrongestRivalMenu implements PlayedMenu {

    private static final int HALVINGS = 50;

    private final Mechanism mechanism;
    private final int agent;
    private final int rival;
    private final TieOrder ties;
    private final TieOrder reversed;
    private final List<Sampled> rivals;
    private final double[] edges;
    private final double[] mass;
    private final Map<Double, Terms> known = new HashMap<>();

    /**
     * The menu of agent {@code agent} of {@code mechanism}.
     *
     * @param rivals the strategies of all others, of whom agent {@code rival} stands for the strongest
     */
    StrongestRivalMenu(Mechanism mechanism, int agent, int rival, List<Sampled> rivals) {
        int n = mechanism.agents();
        this.mechanism = mechanism;
        this.agent = agent;
        this.rival = rival;
        this.rivals = rivals;
        this.ties = TieOrder.byIndex(n);
        int[] ranks = new int[n];
        Arrays.setAll(ranks, i -> n - 1 - i);
        this.reversed = TieOrder.of(ranks);
        this.edges = rivals.stream()
                .distinct()
                .flatMapToDouble(each -> Arrays.stream(each.messages()))
                .sorted()
                .distinct()
                .toArray();
        this.mass = new double[Math.max(0, edges.length - 1)];
        for (int e = 0; e < mass.length; e++) {
            mass[e] = strongest(edges[e + 1]) - strongest(edges[e]);
        }
    }

    /** P(all rivals send less than {@code message}). */
    private double strongest(double message) {
        double product = 1;
        for (Sampled each : rivals) {
            product *= each.below(message);
        }
        return product;
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
        if (mass.length == 0) {
            return play(b, Mechanism.ABSTAIN);
        }
        double q = 0;
        double m = 0;
        double lastPoint = Math.nextUp(edges[0]);
        Terms last = play(b, lastPoint);
        for (int e = 0; e <= mass.length; e++) {
            boolean isEnd = e == mass.length;
            double point = isEnd ? Math.nextDown(edges[e]) : (edges[e] + edges[e + 1]) / 2;
            Terms here = play(b, point);
            q += isEnd ? 0 : mass[e] * here.allocation();
            m += isEnd ? 0 : mass[e] * here.payment();
            if (last.allocation() != here.allocation()) {
                double flip = flip(b, lastPoint, point, last.allocation());
                int cell = isEnd || (e > 0 && flip < edges[e]) ? e - 1 : e;
                Terms whole = !isEnd && cell == e ? here : last;
                Terms cut = cut(b, cell, flip);
                q += cut.allocation() - mass[cell] * whole.allocation();
                m += cut.payment() - mass[cell] * whole.payment();
            }
            last = here;
            lastPoint = point;
        }
        return new Terms(q, m);
    }

    private double flip(double b, double from, double to, double before) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = i == 0 && b > low && b < high ? b : (low + high) / 2;
            double near = i == 0 ? Math.nextDown(middle) : middle;
            if (i == 0
                    && play(b, near).allocation() == before
                    && play(b, Math.nextUp(middle)).allocation() != before) {
                return middle;
            }
            if (play(b, middle).allocation() == before) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private Terms cut(double b, int cell, double flip) {
        double from = edges[cell];
        double to = edges[cell + 1];
        double share = Math.max(0, Math.min(1, (flip - from) / (to - from)));
        Terms below = play(b, from + (flip - from) / 2);
        Terms above = play(b, flip + (to - flip) / 2);
        double left = mass[cell] * share;
        double right = mass[cell] - left;
        return new Terms(
                (left == 0 ? 0 : left * below.allocation()) + (right == 0 ? 0 : right * above.allocation()),
                (left == 0 ? 0 : left * below.payment()) + (right == 0 ? 0 : right * above.payment()));
    }

    private Terms play(double b, double other) {
        double[] profile = new double[mechanism.agents()];
        Arrays.fill(profile, Mechanism.ABSTAIN);
        profile[agent] = b;
        if (rival != agent) {
            profile[rival] = other;
        }
        MarketOutcome outcome = mechanism.outcome(profile, ties);
        if (b != other) {
            return new Terms(outcome.units(agent), outcome.payment(agent));
        }
        MarketOutcome turned = mechanism.outcome(profile, reversed);
        return new Terms(
                (outcome.units(agent) + turned.units(agent)) / 2.0,
                (outcome.payment(agent) + turned.payment(agent)) / 2);
    }
}
