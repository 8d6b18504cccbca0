package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.certificate.law.MessageLaw.Slope;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;

/**
 * Earnings where the winner pays its bid, or everybody does, by any utility u: W·u(v − b) + (1 − W)·L(b), L the utility of losing, 0
 * or u(−b).
 *
 * <p>Along a span of bids they change by ∫ (u(v − t) − L(t)) dW(t) − ∫ W·u'(v − t) dt − ∫ (1 − W)·(−L'(t)) dt. The first integral is
 * bounded by the chance that the span adds, whatever its density, and ∫ u' is known; so bounds for a small box of types and bids are
 * close whether W is smooth or not.
 *
 * @param contest what a bid has to beat
 * @param utility u
 * @param allPay whether losers pay too
 * @param least the least bid that counts
 * @param hasJumps whether W may jump
 */
public record UtilityPayoff(Contest contest, Utility utility, boolean allPay, double least, boolean hasJumps)
        implements BidPayoff {

    @Override
    public double at(double type, double bid) {
        return earned(type, bid, contest.tied(bid));
    }

    @Override
    public double below(double type, double bid) {
        return earned(type, bid, contest.below(bid));
    }

    @Override
    public double above(double type, double bid) {
        return earned(type, bid, contest.atMost(bid));
    }

    private double earned(double type, double bid, double chance) {
        return chance * utility.of(type - bid) + (1 - chance) * lost(bid);
    }

    /** L. */
    private double lost(double bid) {
        return allPay ? utility.of(-bid) : 0;
    }

    @Override
    public Change over(double from, double to, double low, double high) {
        double first = contest.atMost(from);
        double last = Math.max(first, contest.below(to));
        double mass = last - first;
        double leastStake = leastStake(from, to, low);
        double mostStake = mostStake(from, to, low, high);
        double leastWon = Math.min(won(from, to, low), won(from, to, high));
        double mostWon = mostWon(from, to, low, high);
        double loss = lost(from) - lost(to);
        double most = mass * mostStake - first * leastWon - (1 - last) * loss;
        double least = mass * leastStake - last * mostWon - (1 - first) * loss;
        double up = mass * Math.max(0, mostStake);
        double down = mass * Math.max(0, -leastStake) + last * mostWon + (1 - first) * loss;
        Slope slope = contest.slope(from, to);
        if (slope.most() < Double.POSITIVE_INFINITY) {
            Slope ofWin = marginal(low - to, high - from);
            Slope ofLoss = allPay ? marginal(-to, -from) : new Slope(0, 0);
            double rise = (mostStake >= 0 ? slope.most() : slope.least()) * mostStake
                    - times(first, ofWin.least())
                    - times(1 - last, ofLoss.least());
            double fall = (leastStake >= 0 ? slope.least() : slope.most()) * leastStake
                    - times(last, ofWin.most())
                    - times(1 - first, ofLoss.most());
            up = Math.min(up, (to - from) * Math.max(0, rise));
            down = Math.min(down, (to - from) * Math.max(0, -fall));
        }
        return new Change(least, most, up, down);
    }

    /** u(v − from) − u(v − to). */
    private double won(double from, double to, double type) {
        return utility.of(type - from) - utility.of(type - to);
    }

    /** The largest of that: u is steepest around 0 with constant relative risk aversion, else for the lowest type. */
    private double mostWon(double from, double to, double low, double high) {
        double steepest =
                utility instanceof ConstantRelativeRiskAversion ? Math.max(low, Math.min(high, (from + to) / 2)) : low;
        return won(from, to, steepest);
    }

    /** u(v − t) − L(t), which rises with v and, for v ≥ 0, rises or rises and falls with t. */
    private double stake(double type, double bid) {
        return utility.of(type - bid) - lost(bid);
    }

    private double leastStake(double from, double to, double low) {
        if (!allPay) {
            return utility.of(low - to);
        }
        return low < 0 || from < 0 ? utility.of(low - to) - lost(from) : Math.min(stake(low, from), stake(low, to));
    }

    private double mostStake(double from, double to, double low, double high) {
        if (!allPay) {
            return utility.of(high - from);
        }
        if (low < 0 || from < 0) {
            return utility.of(high - from) - lost(to);
        }
        return Math.max(
                stake(high, Math.max(from, Math.min(to, high / 2))), Math.max(stake(high, from), stake(high, to)));
    }

    /** Between what u' is for gains from {@code from} to {@code to}. */
    private Slope marginal(double from, double to) {
        if (utility instanceof ConstantRelativeRiskAversion) {
            double near = from > 0 ? from : to < 0 ? -to : 0;
            double far = Math.max(Math.abs(from), Math.abs(to));
            return new Slope(utility.marginal(far), utility.marginal(near));
        }
        return new Slope(utility.marginal(to), utility.marginal(from));
    }

    private static double times(double chance, double marginal) {
        return chance == 0 ? 0 : chance * marginal;
    }

    @Override
    public double rest(double bid, double high) {
        double top = Math.max(bid, contest.highest());
        return (1 - contest.atMost(bid)) * Math.max(0, mostStake(bid, top, Math.min(0, high), high));
    }

    @Override
    public double doubt() {
        return 0;
    }

    /** ce(x) is convex for x ≥ 0, so a gain is worth most at the highest utility; with CRRA a loss made good is worth less. */
    @Override
    public double money(double before, double gain) {
        boolean isOdd = utility instanceof ConstantRelativeRiskAversion;
        return isOdd && before < 0 ? certain(gain) : certain(before + gain) - certain(before);
    }

    @Override
    public double utility(double before, double money) {
        return utility.of(certain(before) + money) - before;
    }

    @Override
    public double certain(double expected) {
        if (utility instanceof ConstantAbsoluteRiskAversion cara) {
            return -StrictMath.log1p(-Math.min(1, cara.lambda() * expected)) / cara.lambda();
        }
        return utility instanceof ConstantRelativeRiskAversion crra
                ? Math.signum(expected) * StrictMath.pow(Math.abs(expected), 1 / crra.alpha())
                : expected;
    }
}
