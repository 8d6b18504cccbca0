package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.earning.Contest;
import dev.envelope.theory.certificate.earning.Menu;
import dev.envelope.theory.certificate.earning.Rules;
import dev.envelope.theory.certificate.law.MessageLaw.Slope;
import dev.envelope.theory.certificate.law.Trader;

/**
 * An interval of types with the messages its strategy sends at both ends.
 *
 * @param from the lowest type
 * @param to the highest type
 * @param first the message just above the lowest; NaN where all of them abstain
 * @param last the message just below the highest
 * @param isLinear whether messages between are on the line
 * @param steps between what they rise per unit of type; unknown where they are only known not to fall
 */
record TypeCell(double from, double to, double first, double last, boolean isLinear, Slope steps) {

    /** A cell whose messages are on a line. */
    static TypeCell line(double from, double to, double first, double last) {
        double step = (last - first) / (to - from);
        return new TypeCell(from, to, first, last, true, new Slope(step, step));
    }

    /** A cell whose messages rise with slopes between those of {@code steps}. */
    static TypeCell rising(double from, double to, double first, double last, Slope steps) {
        return new TypeCell(from, to, first, last, false, steps);
    }

    /** The {@code i}-th of {@code parts} equal parts, its messages from {@code trader} where they are not on a line. */
    TypeCell part(int i, int parts, Trader trader) {
        double low = i == 0 ? from : from + (to - from) * i / parts;
        double high = i == parts - 1 ? to : from + (to - from) * (i + 1) / parts;
        return isLinear
                ? line(low, high, i == 0 ? first : along(low), i == parts - 1 ? last : along(high))
                : rising(
                        low,
                        high,
                        i == 0 ? first : trader.message(low),
                        i == parts - 1 ? last : trader.message(high),
                        trader.steps(low, high));
    }

    /** The message on the line at {@code type}. */
    private double along(double type) {
        return Math.max(first, Math.min(last, first + (last - first) * ((type - from) / (to - from))));
    }

    /** Whether there is no type strictly inside. */
    boolean isEmpty() {
        return !(to > Math.nextUp(from));
    }

    /** What the strategy earns at both ends, and how far below the line between them it can be inside. */
    Earned earned(Menu menu, Contest rival, Rules rules) {
        if (Double.isNaN(first) && Double.isNaN(last)) {
            return new Earned(0, 0, 0);
        }
        boolean counts = first >= rules.least();
        if (last < rules.least() || (isLinear && !counts && last == rules.least())) {
            return new Earned(-rules.fee(), -rules.fee(), 0);
        }
        if (first == last) {
            double chance = rival.tied(first);
            double intercept = menu.intercept(first, chance);
            return new Earned(chance * from + intercept, chance * to + intercept, 0);
        }
        return counts ? rising(menu, rival, rules) : entering(menu, rival, rules);
    }

    private Earned rising(Menu menu, Contest rival, Rules rules) {
        boolean isSmooth = steps.most() < Double.POSITIVE_INFINITY;
        double low = isSmooth ? rival.atMost(first) : rival.below(first);
        double high = Math.max(low, rival.below(last));
        double atFrom = isSmooth ? low : rival.tied(first);
        double atTo = isSmooth ? high : rival.tied(last);
        double start = atFrom * from + menu.intercept(first, atFrom);
        double end = atTo * to + menu.intercept(last, atTo);
        double certain = rules.allPay() ? -rules.fee() : menu.intercept(first, 0);
        double slack = Math.max(start, end) - (certain + worst(rules, low, Math.max(high, atTo)));
        return new Earned(start, end, isSmooth ? Math.min(slack, bend(rival, rules, low, high)) : slack);
    }

    /** Below the reserve a message earns nothing, above it at least the worst that can happen there. */
    private Earned entering(Menu menu, Contest rival, Rules rules) {
        double chance = rival.tied(last);
        double start = Double.isNaN(first) ? 0 : -rules.fee();
        double end = chance * to + menu.intercept(last, chance);
        double least = Math.min(start, worst(rules, 0, chance) - rules.fee());
        return new Earned(start, end, Math.max(start, end) - least);
    }

    /** What each type inside earns at least beside fee and refund, by monotonicity alone. */
    private double worst(Rules rules, double low, double high) {
        double margin = rules.allPay() ? from : from - last;
        return Math.min(margin * low, margin * high) - (rules.allPay() ? last : 0);
    }

    /**
     * How far the earnings can be below the line between the ends: a quarter of the range of their slope W + β'·M, M what a unit of
     * message earns, (v − b)·W' − W + refund·R, or v·W' − 1 where everybody pays.
     */
    private double bend(Contest rival, Rules rules, double low, double high) {
        Contest.Spread between = rival.spread(first, last, rules.refund());
        Slope slope = between.won();
        double width = to - from;
        double spread = slope.most() - slope.least();
        double rise = high - low;
        Slope kept = between.kept();
        double least = rules.allPay() ? from : from - last;
        double most = rules.allPay() ? to : to - first;
        double change = Math.max(Math.abs(least), Math.abs(most)) * spread
                + (most - least) * slope.most()
                + (rules.allPay() ? 0 : kept.most() - kept.least());
        double cost = rules.allPay() ? 1 : kept.most();
        double highest = Math.max(0, most) * slope.most() - (rules.allPay() ? 1 : kept.least());
        double lowest = Math.min(least * slope.most(), least * slope.least()) - cost;
        double earned = Math.max(Math.abs(highest), Math.abs(lowest));
        double bends = steps.most() == steps.least() ? 0 : (steps.most() - steps.least()) * earned;
        double bend = width * (rise + steps.most() * change + bends) / 4;
        return Double.isNaN(bend) ? Double.POSITIVE_INFINITY : bend;
    }

    /**
     * The earnings of the strategy on a cell.
     *
     * @param start at the lowest type
     * @param end at the highest type
     * @param slack how far below the line between the two they can be
     */
    record Earned(double start, double end, double slack) {}
}
