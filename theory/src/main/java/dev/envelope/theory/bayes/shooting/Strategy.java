package dev.envelope.theory.bayes.shooting;

import dev.envelope.theory.bayes.shooting.Shooting.Expected;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.GaussLegendre;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What one kind does: along the path above its bottom; below, where nobody gains anything, types bid as much as leaves them
 * nothing, if losing is free, and otherwise stay away. The types of a kind that still gains at the bottom pool there.
 */
final class Strategy {

    /** The error of a bid in units of the range of types. */
    private static final double ACCURACY = 1e-11;

    private static final int NODES = 6;

    /** What a bid that is to beat others exceeds them by, in units of the range of types. */
    private static final double MORE = 1e-13;

    /** A payoff above it is none of rounding, in units of the range of types. */
    private static final double CLEAR = 1e-7;

    private final FirstOrder conditions;
    private final BidPath path;
    private final int kind;
    private final ValueDistribution type;
    private final double bottom;
    private final double bottomType;
    private final double bottomChance;
    private final double least;
    private final double entrant;
    private final boolean isMet;

    Strategy(FirstOrder conditions, BidPath path, int kind) {
        this.conditions = conditions;
        this.path = path;
        this.kind = kind;
        this.type = conditions.kind(kind).type();
        PathPoint end = path.bottom();
        this.bottom = end.bid();
        this.bottomType = conditions.type(kind, end.ranks()[kind]);
        this.bottomChance = conditions.chance(kind, end.ranks());
        this.least = Math.max(conditions.stakes().least(), Math.min(bottom, type.lower()));
        this.entrant = entrant();
        this.isMet = isMet();
    }

    /** Whether types of another kind pool at the least bid: to bid as little as they do is not worth what it costs where losers pay. */
    private boolean isMet() {
        Stakes stakes = conditions.stakes();
        double[] ranks = path.bottom().ranks();
        return bottom == stakes.least()
                && !stakes.isLosingFree(bottom)
                && IntStream.range(0, conditions.kinds())
                        .filter(other -> other != kind)
                        .anyMatch(other -> stakes.payoff(
                                        conditions.type(other, ranks[other]), bottom, conditions.chance(other, ranks))
                                > CLEAR * stakes.range());
    }

    /** The lowest type that bids. */
    private double entrant() {
        Stakes stakes = conditions.stakes();
        return stakes.isLosingFree(bottom)
                ? Bisection.first(type.lower(), bottomType, x -> stakes.margin(x, least) >= 0)
                : Bisection.first(type.lower(), bottomType, x -> stakes.payoff(x, least, bottomChance) >= 0);
    }

    private double bid(double x) {
        double bid = x > bottomType ? path.bid(kind, type.cdf(x)) : below(x);
        double more = Math.max(
                Math.nextUp(bottom), bottom + MORE * conditions.stakes().range());
        return isMet ? Math.max(bid, more) : bid;
    }

    private double below(double x) {
        Stakes stakes = conditions.stakes();
        if (stakes.isLosingFree(bottom)) {
            return Bisection.first(least, bottom, bid -> stakes.margin(x, bid) <= 0);
        }
        double share = bottomType > entrant ? (x - entrant) / (bottomType - entrant) : 1;
        return least + share * (bottom - least);
    }

    BidFunction bidFunction() {
        TreeSet<Double> knots = new TreeSet<>(type.kinks());
        knots.add(bottomType);
        knots.add(bottom);
        path.joins().forEach(ranks -> knots.add(conditions.type(kind, ranks[kind])));
        knots.add(type.upper());
        knots.add(entrant);
        double[] within = knots.stream()
                .mapToDouble(Double::doubleValue)
                .filter(x -> x >= entrant && x <= type.upper())
                .toArray();
        return within.length < 2
                ? x -> Mechanism.ABSTAIN
                : PiecewiseCubicBid.through(
                        this::bid, ACCURACY * conditions.stakes().range(), within);
    }

    /** By quadrature over the path, over those that bid below it and over those that pool. */
    Expected expected() {
        double[] points = GaussLegendre.points(NODES);
        double[] weights = GaussLegendre.weights(NODES);
        double[] bids = path.bids();
        Expected sum = new Expected(0, 0, 0);
        double low = type.cdf(entrant);
        double high = path.bottom().ranks()[kind];
        double pooling = Math.max(low, Math.min(high, type.cdf(pooling())));
        for (int g = 0; g < NODES && pooling > low; g++) {
            double rank = low + points[g] * (pooling - low);
            double own = type.quantile(rank);
            sum = sum.and(at(rank, below(own), chanceBelow(own), weights[g] * (pooling - low)));
        }
        for (int g = 0; g < NODES && high > pooling; g++) {
            double rank = pooling + points[g] * (high - pooling);
            sum = sum.and(at(rank, bottom, bottomChance, weights[g] * (high - pooling)));
        }
        for (int k = 1; k < bids.length; k++) {
            double from = path.ranks(bids[k - 1])[kind];
            double to = path.ranks(bids[k])[kind];
            for (int g = 0; g < NODES && to > from; g++) {
                double rank = from + points[g] * (to - from);
                double bid = path.bid(kind, rank);
                double chance = conditions.chance(kind, path.ranks(bid));
                sum = sum.and(at(rank, bid, chance, weights[g] * (to - from)));
            }
        }
        return sum;
    }

    /** The lowest type that bids as much as the bottom of the path. */
    private double pooling() {
        return conditions.stakes().isLosingFree(bottom)
                ? Bisection.first(entrant, Math.max(entrant, bottomType), x -> below(x) >= bottom)
                : entrant;
    }

    /** The chance to win of a type that bids what leaves it nothing, as do all of its type, whatever their kind. */
    private double chanceBelow(double own) {
        double[] ranks = new double[conditions.kinds()];
        Arrays.setAll(ranks, j -> conditions.kind(j).type().cdf(own));
        return conditions.chance(kind, ranks);
    }

    private Expected at(double rank, double bid, double chance, double weight) {
        Stakes stakes = conditions.stakes();
        double payment = chance * stakes.winner(bid) + (1 - chance) * stakes.loser(bid);
        return new Expected(weight * chance, weight * payment, weight * chance * conditions.type(kind, rank));
    }
}
