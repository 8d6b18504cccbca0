package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.DirectSale;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One object, direct: the revenue-maximal auction among bidders of finitely many values each, which may differ (Myerson 1981; Elkind 2007, for
 * finitely many types), ironed where virtual values fall.
 *
 * <p>The highest ironed virtual value ψ̄_i(x_i) wins where it is at least the seller's value v0; equal ones win with equal chances, and tie
 * with positive probability. Only the winner pays, M/Q with Q its chance to win at these reports and M = Q(x_k)·x_k − Σ_{j&lt;k} (x_{j+1} −
 * x_j)·Q(x_j), so that every type is indifferent to saying the one below: whoever ties pays the lowest type that would have tied; whoever wins alone
 * against k that tie pays the lowest type that would have won alone, less the share 1/(k+1) of the distance from the lowest that would have
 * tied. Checked by {@code FiniteOptimalAuctionTest} against the linear programme of all mechanisms.
 *
 * @param types each bidder's values
 * @param sellerValue v0, what keeping the object is worth to the seller
 * @param virtual ψ̄ of each bidder's values; those that differ by rounding alone are equal
 */
public record FiniteOptimalAuction(List<DiscreteDistribution> types, double sellerValue, List<List<Double>> virtual)
        implements DirectSale {

    /** By what share gains may exceed the most there are, for they are other sums. */
    private static final double ROUNDING = 1e-12;

    /** The auction among one bidder per distribution, at least 1. */
    public static FiniteOptimalAuction of(List<DiscreteDistribution> types, double sellerValue) {
        if (types.isEmpty() || !Double.isFinite(sellerValue)) {
            throw new IllegalArgumentException("types, sellerValue: " + types.size() + ", " + sellerValue
                    + " (expected: at least one bidder, and a finite number)");
        }
        Levels levels = Levels.of(types, sellerValue);
        return new FiniteOptimalAuction(List.copyOf(types), sellerValue, levels.virtual());
    }

    @Override
    public double score(int agent, double message) {
        return Double.isNaN(message) ? ABSTAIN : virtual.get(agent).get(Reports.place(types, agent, message));
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.check(messages, ties, agents());
        double[] scores = new double[messages.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(i, messages[i]);
        }
        int winner = Profile.highest(scores, sellerValue, ties);
        return winner < 0
                ? MarketOutcome.nothing(agents())
                : MarketOutcome.sale(agents(), winner, payment(winner, scores));
    }

    private double payment(int winner, double[] scores) {
        double toBeat = sellerValue;
        for (int i = 0; i < scores.length; i++) {
            toBeat = i != winner && scores[i] > toBeat ? scores[i] : toBeat;
        }
        double least = lowest(winner, toBeat, false);
        if (scores[winner] == toBeat) {
            return least;
        }
        int rivals = 0;
        for (int i = 0; i < scores.length; i++) {
            rivals += i != winner && scores[i] == toBeat ? 1 : 0;
        }
        double alone = lowest(winner, toBeat, true);
        return alone - (alone - least) / (rivals + 1);
    }

    /** The lowest value of bidder {@code agent} with a virtual value of at least {@code score}, or above it. */
    private double lowest(int agent, double score, boolean isAbove) {
        int k = 0;
        while (virtual.get(agent).get(k) < score
                || (isAbove && virtual.get(agent).get(k) == score)) {
            k++;
        }
        return types.get(agent).points().get(k);
    }

    /** Truth, which is weakly dominant among risk-neutral bidders, with what follows. */
    public Equilibrium equilibrium() {
        return new Equilibrium(
                "truthful (weakly dominant)",
                Collections.nCopies(agents(), BidFunction.TRUTH),
                Certificate.closedForm("Myerson (1981); Elkind (2007)"),
                predictions());
    }

    private Predictions predictions() {
        List<DiscreteDistribution> scores = new ArrayList<>();
        double unsold = 1;
        for (int i = 0; i < agents(); i++) {
            scores.add(scores(i));
            unsold *= scores.get(i).cdf(sellerValue) - scores.get(i).mass(sellerValue);
        }
        WinChances chances = new WinChances(scores);
        List<Double> payments = new ArrayList<>();
        List<Double> surplus = new ArrayList<>();
        double revenue = 0;
        double gains = 0;
        for (int i = 0; i < agents(); i++) {
            DiscreteDistribution own = types.get(i);
            double utility = 0;
            double before = 0;
            double earned = 0;
            double worth = 0;
            double won = 0;
            for (int k = 0; k < own.size(); k++) {
                double x = own.points().get(k);
                utility += k == 0 ? 0 : (x - own.points().get(k - 1)) * before;
                double score = virtual.get(i).get(k);
                before = score >= sellerValue ? chances.of(i, score) : 0;
                earned += own.probabilities().get(k) * utility;
                worth += own.probabilities().get(k) * before * x;
                won += own.probabilities().get(k) * before;
            }
            surplus.add(earned);
            payments.add(worth - earned);
            revenue += worth - earned;
            gains += worth - sellerValue * won;
        }
        double firstBest = HighestValueWins.vcg(types).largestGains(sellerValue);
        boolean isRounded = Math.abs(gains - firstBest) <= ROUNDING * Math.abs(firstBest);
        double realised = isRounded ? Math.min(gains, firstBest) : gains;
        return new Predictions(revenue, realised, firstBest, 1 - unsold, surplus, payments);
    }

    private DiscreteDistribution scores(int agent) {
        List<Double> scores = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        for (int k = 0; k < types.get(agent).size(); k++) {
            double chance = types.get(agent).probabilities().get(k);
            double score = virtual.get(agent).get(k);
            int last = scores.size() - 1;
            if (last >= 0 && scores.get(last) == score) {
                chances.set(last, chances.get(last) + chance);
            } else {
                scores.add(score);
                chances.add(chance);
            }
        }
        return new DiscreteDistribution(scores, chances);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "optimal with seller_value " + PlainNumber.of(sellerValue);
    }
}
