package dev.envelope.theory.certificate;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.List;

/**
 * One agent's largest gain where everybody's messages are whole ticks: exact, for there are finitely many messages, and
 * between two types at which the prescribed tick changes the earnings of the strategy are a line below a convex function.
 */
final class TickSearch {

    /** The error of a message in units of a tick. */
    private static final double ACCURACY = 1e-9;

    private final int agent;
    private final Trader own;
    private final MessageLaw ownLaw;
    private final HighestRival rival;
    private final Rules rules;
    private final double tick;
    private final long first;
    private final double[] slopes;
    private final double[] intercepts;
    private final UpperEnvelope best;

    private TickSearch(int agent, Trader own, HighestRival rival, Rules rules, double tick) {
        this.agent = agent;
        this.own = own;
        this.ownLaw = new TickLaw(own.law(), tick);
        this.rival = rival;
        this.rules = rules;
        this.tick = tick;
        double lowest = rules.least();
        if (!(rules.silenceLoses() && rival.nobody() > 0)) {
            lowest = Math.max(lowest, rival.lowest());
        }
        if (Double.isInfinite(lowest)) {
            throw new IllegalArgumentException("strategies: nobody bids with probability " + rival.nobody()
                    + " (expected: 0, or a reserve; a lower bid is always better)");
        }
        this.first = (long) Math.ceil(Math.min(lowest, firstOwn(lowest)) / tick - 1e-9);
        long last = (long) Math.ceil(Math.max(Math.max(lowest, rival.highest()), ownLaw.highest()) / tick - 1e-9) + 1;
        this.slopes = new double[(int) (last - first + 1)];
        this.intercepts = new double[slopes.length];
        this.best = new UpperEnvelope(slopes.length + 1);
        fill();
    }

    /** The prescribed messages that count are among those that are priced. */
    private double firstOwn(double lowest) {
        return ownLaw.silent() < 1 ? Math.max(rules.least(), ownLaw.lowest()) : lowest;
    }

    private void fill() {
        best.add(0, 0, -1);
        double integral = 0;
        for (int i = 0; i < slopes.length; i++) {
            double bid = (first + i) * tick;
            slopes[i] = rival.tied(bid);
            intercepts[i] = rules.intercept(bid, slopes[i], integral);
            integral += tick * rival.atMost(bid);
            best.add(slopes[i], intercepts[i], i);
        }
    }

    static TickSearch of(BayesianGame game, List<? extends BidFunction> strategies, int agent, double tick) {
        boolean negated = GainBound.isNegated(game, agent);
        Rules rules = Rules.of(game.mechanism(), agent).orElseThrow();
        List<MessageLaw> rivals = new ArrayList<>();
        for (int j = 0; j < strategies.size(); j++) {
            if (j != agent) {
                rivals.add(
                        new TickLaw(trader(game, strategies, j, tick, negated).law(), tick));
            }
        }
        Trader own = trader(game, strategies, agent, tick, negated);
        return new TickSearch(agent, own, HighestRival.ofLaws(rivals, rules.silenceLoses()), rules, tick);
    }

    private static Trader trader(
            BayesianGame game, List<? extends BidFunction> strategies, int agent, double tick, boolean negated) {
        ValueDistribution type = game.types().get(agent);
        return new Trader(type, inPieces(strategies.get(agent), type, ACCURACY * tick), negated);
    }

    /** A bid function whose types can be asked for fast, for every tick needs one. */
    private static BidFunction inPieces(BidFunction strategy, ValueDistribution type, double accuracy) {
        if (strategy instanceof PiecewiseLinearBid || strategy instanceof PiecewiseCubicBid) {
            return strategy;
        }
        double first = new Trader(type, strategy, false).firstActive();
        return first < type.upper()
                ? PiecewiseCubicBid.through(
                        strategy::message, accuracy, Kinks.between(first, type.upper(), type.kinks()))
                : strategy;
    }

    /** The gain, with {@code doubt} added to the bound. */
    GainBound bound(double doubt) {
        double found = 0;
        double average = 0;
        double type = own.lower();
        double message = Double.NaN;
        double to = own.upper();
        for (int i = slopes.length - 1; i >= -1; i--) {
            double from = i < 0 ? own.lower() : Math.max(own.lower(), Math.min(to, startOf(i)));
            if (from < to) {
                double start = best.at(from) - earned(i, from);
                double end = best.at(to) - earned(i, to);
                average += (own.cdf(to) - own.cdf(from)) * Math.max(start, end);
                if (Math.max(start, end) > found) {
                    found = Math.max(start, end);
                    type = start > end ? from : to;
                    int name = best.nameAt(type);
                    message = name < 0 ? Double.NaN : (first + name) * tick;
                }
                to = from;
            }
        }
        double sign = own.negated() ? -1 : 1;
        return new GainBound(found, found + doubt, average + doubt, agent, sign * type, sign * message, slopes.length);
    }

    /** The lowest type that sends the {@code i}-th message or a higher one. */
    private double startOf(int i) {
        return ownLaw.silent() >= 1 ? own.upper() : ownLaw.first((first + i) * tick);
    }

    private double earned(int i, double type) {
        if (i >= 0 && (first + i) * tick >= rules.least()) {
            return slopes[i] * type + intercepts[i];
        }
        return Double.isNaN(own.message(type)) ? 0 : -rules.fee();
    }
}
