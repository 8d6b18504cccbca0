package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.AlikeAgents;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * What one agent's message is worth on average, by playing the mechanism itself against the others' strategies.
 *
 * <p>Against one rival the payoff is integrated over the rank of its type, split where the allocation flips. Against several
 * rivals for one object only the strongest matters: E[payoff] = Σ_j ∫ payoff against j alone · Π_k P(k loses to j), plus
 * what is earned when no rival takes part. That needs a rival's chance to win to grow with its type. No formula for an
 * equilibrium enters, which makes it an independent check of all of them.
 *
 * <p>Payments that are sums of functions of single messages are averaged rival by rival, and only the allocation goes to the
 * strongest; that needs rivals that always take part.
 */
final class InterimPayoff {

    /** The error of a payoff in units of the largest type: below what matters, above the rounding of its terms. */
    private static final double RELATIVE_ACCURACY = 1e-13;

    /** How near to a type those are between which an alike rival begins to win, relative to the range of types. */
    private static final double NEAR = 1e-14;

    private final BayesianGame game;
    private final List<BidFunction> strategies;
    private final int agent;
    private final int[] rivals;
    private final List<Rivals> groups;
    private final TieOrder forwards;
    private final TieOrder backwards;
    private final double accuracy;
    private final boolean isSeparable;

    /** Whether only equal messages tie. */
    private final boolean isTiedByMessages;

    private final Map<Integer, Double> actives = new HashMap<>();
    private final Map<Integer, List<Double>> entries = new HashMap<>();
    private final Map<Integer, Turns> turns = new HashMap<>();

    InterimPayoff(BayesianGame game, List<BidFunction> strategies, int agent) {
        this.game = game;
        this.strategies = strategies;
        this.agent = agent;
        this.accuracy = RELATIVE_ACCURACY
                * game.types().stream()
                        .mapToDouble(type -> Math.max(Math.abs(type.lower()), Math.abs(type.upper())))
                        .max()
                        .orElseThrow();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < game.mechanism().agents(); i++) {
            if (i != agent) {
                others.add(i);
            }
        }
        if (game.mechanism() instanceof ThirdPriceAuction) {
            throw new IllegalArgumentException(
                    "game: " + game.mechanism()
                            + " (expected: payments on which only the strongest rival's bid bears, which BidLoss does not need)");
        }
        StrongestRival.obstacle(game, strategies).ifPresent(obstacle -> {
            throw new IllegalArgumentException("game: " + game.mechanism() + " (expected: " + obstacle + ")");
        });
        this.rivals = others.stream().mapToInt(Integer::intValue).toArray();
        AlikeAgents alike = AlikeAgents.of(game, strategies);
        this.groups = IntStream.range(0, alike.groups())
                .mapToObj(group -> new Rivals(alike.othersIn(group, agent)))
                .filter(group -> group.count() > 0)
                .toList();
        this.forwards = TieOrder.byIndex(rivals.length + 1);
        this.backwards = TieOrder.of(IntStream.rangeClosed(0, rivals.length)
                .map(i -> rivals.length - i)
                .toArray());
        this.isTiedByMessages = game.mechanism() instanceof FirstPriceAuction
                || game.mechanism() instanceof SecondPriceAuction
                || game.mechanism() instanceof AllPayAuction
                || game.mechanism() instanceof BilateralDoubleAuction;
        this.isSeparable = rivals.length > 1 && game.mechanism().hasSeparablePayments();
    }

    /** E[payoff] of an agent of type {@code type} that sends {@code message}. */
    double of(double type, double message) {
        if (Double.isNaN(message)) {
            return 0;
        }
        if (rivals.length == 1) {
            return against(rivals[0], type, message, 0, rank -> 1, List.of());
        }
        double alone = payoff(type, profile(message));
        double nobody = 1;
        double total = 0;
        for (Rivals alike : groups) {
            int rival = alike.first();
            double active = actives.computeIfAbsent(rival, j -> chanceBelow(j, x -> isActive(j, x)));
            nobody *= StrictMath.pow(active, alike.count());
            DoubleUnaryOperator weight = rank -> othersLoseTo(rival, rank);
            total += alike.count()
                    * against(rival, type, message, active, weight, entries.computeIfAbsent(rival, this::entries));
        }
        return total + nobody * alone - (isSeparable ? separablePayment(message) : 0);
    }

    /** E[payment] as what is paid where every rival is of its lowest type, and what each rival's type adds to that. */
    private double separablePayment(double message) {
        double[] lowest = profile(message);
        for (int rival : rivals) {
            lowest[rival] = messageOf(rival, 0);
            if (Double.isNaN(lowest[rival]) || Double.isNaN(messageOf(rival, 1)) || !game.isRiskNeutral()) {
                throw new IllegalArgumentException("game: " + game.mechanism()
                        + " (expected: risk-neutral agents who all take part, for payments of this kind)");
            }
        }
        double base = paid(lowest);
        double total = base;
        for (Rivals alike : groups) {
            int rival = alike.first();
            total += alike.count()
                    * Quadrature.integrateWithin(
                            accuracy,
                            rank -> {
                                double[] profile = lowest.clone();
                                profile[rival] = messageOf(rival, rank);
                                return paid(profile) - base;
                            },
                            0,
                            1);
        }
        return total;
    }

    private double paid(double[] profile) {
        return game.mechanism().outcome(profile, forwards).payment(agent);
    }

    /** The weighted payoff against {@code rival} alone, over its ranks from {@code from} on. */
    private double against(
            int rival, double type, double message, double from, DoubleUnaryOperator weight, List<Double> kinks) {
        if (from >= 1) {
            return 0;
        }
        Turns known = turns.get(rival);
        if (known == null || known.message != message || known.from != from) {
            known = turns(rival, message, from);
            turns.put(rival, known);
        }
        List<Double> all = new ArrayList<>(kinks);
        all.addAll(List.of(known.flip, known.speaks));
        return Quadrature.integrateWithin(
                accuracy,
                rank -> weight.applyAsDouble(rank) * payoff(type, profile(message, rival, messageOf(rival, rank))),
                Kinks.between(from, 1, all));
    }

    private Turns turns(int rival, double message, double from) {
        double first = received(rival, message, from);
        double flip = Bisection.first(from, 1, rank -> received(rival, message, rank) != first);
        boolean silent = Double.isNaN(messageOf(rival, from));
        double speaks = Bisection.first(from, 1, rank -> Double.isNaN(messageOf(rival, rank)) != silent);
        return new Turns(message, from, flip, speaks);
    }

    /** The ranks of a rival, from {@code from} on, at which what {@code message} gets changes and at which the rival begins to bid. */
    private record Turns(double message, double from, double flip, double speaks) {}

    /** The ranks of {@code rival} from which on it beats another rival's lowest and its highest type. */
    private List<Double> entries(int rival) {
        List<Double> ranks = new ArrayList<>();
        for (Rivals alike : groups) {
            int k = alike.otherThan(rival);
            if (k >= 0) {
                ValueDistribution other = game.types().get(k);
                for (double end : new double[] {other.lower(), other.upper()}) {
                    double message = strategies.get(k).message(end);
                    ranks.add(Bisection.first(0, 1, rank -> !wins(k, message, rival, messageOf(rival, rank))));
                }
            }
        }
        return ranks;
    }

    private double received(int rival, double message, double rank) {
        double[] profile = profile(message, rival, messageOf(rival, rank));
        return game.mechanism().outcome(profile, forwards).coefficient(agent);
    }

    /** Π P(k loses to {@code rival}, the first of its group, of rank {@code rank}) over the other rivals k, group by group. */
    private double othersLoseTo(int rival, double rank) {
        double strong = messageOf(rival, rank);
        double product = 1;
        for (Rivals alike : groups) {
            int k = alike.otherThan(rival);
            if (k >= 0) {
                boolean isOwn = alike.first() == rival;
                double loses = isDrawnAlike(k, rival) && isBetween(k, rival, rank, strong)
                        ? rank
                        : chanceBelow(k, x -> wins(k, strategies.get(k).message(x), rival, strong));
                product *= StrictMath.pow(loses, alike.count() - (isOwn ? 1 : 0));
            }
        }
        return product;
    }

    /** Rivals that are alike. */
    private record Rivals(List<Integer> members) {

        int first() {
            return members.get(0);
        }

        int count() {
            return members.size();
        }

        /** One of them that is not {@code rival}; −1 where there is none. */
        int otherThan(int rival) {
            return members.stream().filter(k -> k != rival).findFirst().orElse(-1);
        }
    }

    /** Whether {@code k}, a rival like {@code rival}, loses to it just below its type and wins just above: their ranks decide. */
    private boolean isBetween(int k, int rival, double rank, double strong) {
        ValueDistribution type = game.types().get(k);
        double near = NEAR * (type.upper() - type.lower());
        double here = type.quantile(rank);
        return here - near > type.lower()
                && here + near < type.upper()
                && !wins(k, strategies.get(k).message(here - near), rival, strong)
                && wins(k, strategies.get(k).message(here + near), rival, strong);
    }

    private boolean isDrawnAlike(int one, int other) {
        return strategies.get(one).equals(strategies.get(other))
                && game.types().get(one).equals(game.types().get(other));
    }

    /** The probability of the types of {@code rival} at which a condition that higher ones meet is not met. */
    private double chanceBelow(int rival, DoublePredicate condition) {
        ValueDistribution type = game.types().get(rival);
        return condition.test(type.upper()) ? type.cdf(Bisection.first(type.lower(), type.upper(), condition)) : 1;
    }

    private boolean isActive(int rival, double type) {
        double[] profile = nobody();
        profile[rival] = strategies.get(rival).message(type);
        return game.mechanism().outcome(profile, forwards).units(rival) == 1;
    }

    private boolean wins(int candidate, double message, int rival, double rivalMessage) {
        double[] profile = nobody();
        profile[candidate] = message;
        profile[rival] = rivalMessage;
        return game.mechanism().outcome(profile, forwards).units(candidate) == 1;
    }

    private double messageOf(int rival, double rank) {
        ValueDistribution type = game.types().get(rival);
        return strategies.get(rival).message(type.quantile(rank));
    }

    private double[] nobody() {
        double[] profile = new double[game.mechanism().agents()];
        Arrays.fill(profile, Mechanism.ABSTAIN);
        return profile;
    }

    private double[] profile(double own) {
        double[] profile = nobody();
        profile[agent] = own;
        return profile;
    }

    private double[] profile(double own, int rival, double rivalMessage) {
        double[] profile = profile(own);
        profile[rival] = rivalMessage;
        return profile;
    }

    /** The payoff at a profile, averaged over who goes first where messages are equal. */
    private double payoff(double type, double[] profile) {
        double forward = payoff(type, profile, forwards);
        return isTied(profile) ? (forward + payoff(type, profile, backwards)) / 2 : forward;
    }

    private double payoff(double type, double[] profile, TieOrder ties) {
        MarketOutcome outcome = game.mechanism().outcome(profile, ties);
        return game.utility().of(outcome.coefficient(agent) * type - (isSeparable ? 0 : outcome.payment(agent)));
    }

    private boolean isTied(double[] profile) {
        if (!isTiedByMessages) {
            return true;
        }
        for (int rival : rivals) {
            if (profile[rival] == profile[agent]) {
                return true;
            }
        }
        return false;
    }
}
