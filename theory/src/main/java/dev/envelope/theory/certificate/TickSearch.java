package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.earning.Contest;
import dev.envelope.theory.certificate.earning.RivalContest;
import dev.envelope.theory.certificate.earning.Rules;
import dev.envelope.theory.certificate.earning.UpperEnvelope;
import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.RivalLaws;
import dev.envelope.theory.certificate.law.TickLaw;
import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.distribution.composite.Support;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One agent's largest gain where everybody's messages are whole ticks: exact, for there are finitely many messages, and
 * between two types at which the prescribed tick changes the earnings of the strategy are a line below a convex function.
 */
final class TickSearch {

    /** The error of a message in units of a tick. */
    private static final double ACCURACY = 1e-9;

    /** How far above the gain found, as a share of it, a bound is looked at no further. */
    private static final double CLOSE = 1.02;

    /** In place of the number of a message: one below those that count. */
    private static final int UNCOUNTED = -1;

    /** In place of the number of a message: abstaining. */
    private static final int SILENT = -2;

    private final int agent;
    private final Trader own;
    private final Support support;
    private final MessageLaw ownLaw;
    private final Contest rival;
    private final TickEarnings earnings;
    private final Rules rules;
    private final double tick;
    private final long first;
    private final double[] chances;
    private final double[] slopes;
    private final double[] intercepts;
    private final UpperEnvelope best;
    private final double firstActive;

    private TickSearch(int agent, Trader own, TickEarnings earnings, Rules rules, double tick) {
        this.agent = agent;
        this.own = own;
        this.support = own.support();
        this.ownLaw = new TickLaw(own.law(), tick);
        this.earnings = earnings;
        this.rival = earnings.rival();
        this.rules = rules;
        this.tick = tick;
        double lowest = leastMessage(rival, rules);
        if (Double.isInfinite(lowest)) {
            throw new IllegalArgumentException("strategies: nobody bids with probability " + rival.nobody()
                    + " (expected: 0, or a reserve; a lower bid is always better)");
        }
        boolean isSilent = ownLaw.silent() >= 1;
        double firstOwn = isSilent ? lowest : Math.max(rules.least(), ownLaw.lowest());
        double lastOwn = isSilent ? lowest : ownLaw.highest();
        this.first = (long) Math.ceil(Math.min(lowest, firstOwn) / tick - 1e-9);
        long last = (long) Math.ceil(Math.max(Math.max(lowest, rival.highest()), lastOwn) / tick - 1e-9) + 1;
        this.slopes = new double[(int) (last - first + 1)];
        this.chances = new double[slopes.length];
        this.intercepts = new double[slopes.length];
        this.best = new UpperEnvelope(slopes.length + 1);
        this.firstActive = own.firstActive();
        fill();
    }

    /** The lowest message worth sending: that counts and, where somebody always is in the way, can win; −∞ where there is none. */
    private static double leastMessage(Contest rival, Rules rules) {
        boolean isUnopposed = rules.silenceLoses() && rival.nobody() > 0;
        return isUnopposed ? rules.least() : Math.max(rules.least(), rival.lowest());
    }

    /** Whether every agent has a lowest message that is worth sending. */
    static boolean hasLeastMessage(BayesianGame game, List<? extends BidFunction> strategies) {
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < strategies.size(); i++) {
            if (!seen.add(GainBound.kind(game, strategies, i))) {
                continue;
            }
            Rules rules = rules(game, i);
            RivalLaws rivals = Traders.of(game, strategies, i).laws();
            Contest contest = RivalContest.of(game.mechanism(), rivals, rules.silenceLoses());
            if (Double.isInfinite(leastMessage(contest, rules))) {
                return false;
            }
        }
        return true;
    }

    private void fill() {
        best.add(0, 0, SILENT);
        double integral = 0;
        for (int i = 0; i < slopes.length; i++) {
            double bid = (first + i) * tick;
            double chance = rival.tied(bid);
            chances[i] = chance;
            slopes[i] = earnings.isLine() ? earnings.slope(bid, chance) : chance;
            intercepts[i] = earnings.intercept(bid, chance, integral);
            integral += tick * rival.refundedAtMost(bid);
            best.add(slopes[i], intercepts[i], i);
        }
    }

    static TickSearch of(BayesianGame game, List<? extends BidFunction> strategies, int agent, double tick) {
        Rules rules = rules(game, agent);
        Traders traders = Traders.of(game, BidsInPieces.of(game.types(), strategies, ACCURACY * tick), agent);
        Trader own = traders.own();
        TickEarnings earnings = new TickEarnings(game, rules, traders.laws().onTicks(tick), tick, own.upper());
        return new TickSearch(agent, own, earnings, rules, tick);
    }

    /** The rules, of a third-price auction those that say which messages count. */
    private static Rules rules(BayesianGame game, int agent) {
        return game.mechanism() instanceof ThirdPriceAuction
                ? new Rules(0, false, 0, Double.NEGATIVE_INFINITY, true)
                : Rules.of(game.mechanism(), agent).orElseThrow();
    }

    /** The gain, with {@code doubt} added to the bound. */
    GainBound bound(double doubt) {
        if (!earnings.isLine()) {
            return bisected().bound(agent, doubt);
        }
        GainBound ofLines = boundOfLines(doubt);
        boolean isClose = earnings.isCertainLine() || ofLines.bound() <= ofLines.found() * CLOSE + doubt;
        return isClose ? ofLines : ofLines.orCloser(bisected().bound(agent, doubt));
    }

    private TickBisection bisected() {
        TickBisection cells = earnings.bisection(own, first * tick, tick, chances);
        double to = own.upper();
        for (int i = slopes.length - 1; i >= SILENT; i--) {
            double from = Math.max(own.lower(), Math.min(to, startOf(i)));
            if (from < to) {
                for (Support.Piece types : support.within(from, to)) {
                    cells.add(i, types.from(), types.to());
                }
                to = from;
            }
        }
        return cells;
    }

    private GainBound boundOfLines(double doubt) {
        Tally tally = new Tally();
        double to = own.upper();
        for (int i = slopes.length - 1; i >= SILENT; i--) {
            double from = Math.max(own.lower(), Math.min(to, startOf(i)));
            if (from < to) {
                for (Support.Piece types : support.within(from, to)) {
                    tally.look(i, types.from(), types.to());
                }
                to = from;
            }
        }
        double message = tally.reply < 0 ? Double.NaN : (first + tally.reply) * tick;
        double sign = own.negated() ? -1 : 1;
        return new GainBound(
                tally.found,
                tally.bound + doubt,
                tally.average + doubt,
                agent,
                sign * tally.type,
                sign * message,
                slopes.length);
    }

    /** The largest gain so far and the sum of the average ones. */
    private final class Tally {

        private double found;
        private double bound;
        private double average;
        private double type = own.lower();
        private int reply = SILENT;

        /** Types in ({@code from}, {@code to}), which all send the {@code i}-th message; the gain is convex there. */
        void look(int i, double from, double to) {
            double start = best.at(earnings.seen(from)) - earned(i, from);
            double end = best.at(earnings.seen(to)) - earned(i, to);
            double highest = best.at(earnings.seen(to));
            double most = earnings.certain(highest) - earnings.certain(highest - Math.max(start, end));
            bound = Math.max(bound, most);
            average += (own.cdf(to) - own.cdf(from)) * most;
            keep(from, start);
            keep(to, end);
        }

        private void keep(double here, double gain) {
            double highest = best.at(earnings.seen(here));
            double worth = earnings.certain(highest) - earnings.certain(highest - gain);
            if (worth > found) {
                found = worth;
                type = here;
                reply = best.nameAt(earnings.seen(here));
            }
        }
    }

    /** The lowest type that sends the {@code i}-th message or a higher one; all that send any, one that does not count, or none. */
    private double startOf(int i) {
        if (i < 0) {
            return i == UNCOUNTED ? firstActive : own.lower();
        }
        return ownLaw.silent() >= 1 ? own.upper() : ownLaw.first((first + i) * tick);
    }

    /** A message that does not count costs the fee alone, abstaining nothing. */
    private double earned(int i, double type) {
        return i >= 0 ? slopes[i] * earnings.seen(type) + intercepts[i] : i == UNCOUNTED ? -rules.fee() : 0;
    }
}
