package dev.envelope.theory.deviation;

import dev.envelope.theory.efficient.market.BalancedMarket;
import dev.envelope.theory.efficient.market.EfficientMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.DirectSale;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * <p>Payments that are sums of functions of single messages are averaged rival by rival, and who gets the object is the product of the
 * chances to beat each rival; that needs rivals that always take part.
 */
final class InterimPayoff {

    /** The error of a payoff in units of the largest type: below what matters, above the rounding of its terms. */
    private static final double RELATIVE_ACCURACY = 1e-13;

    private static final double[] NO_TYPES = {};

    private final BayesianGame game;
    private final int agent;
    private final Rivals rivals;
    private final TieOrder forwards;
    private final TieOrder backwards;
    private final double accuracy;
    private final boolean isSeparable;

    /** Whether only equal scores tie, if any do. */
    private final boolean isTiedByScores;

    /** What rivals' types add to separable payments on average; NaN before it was asked for. */
    private double addedByTypes = Double.NaN;

    private final Map<Integer, Turns> turns = new HashMap<>();

    InterimPayoff(BayesianGame game, List<BidFunction> strategies, int agent) {
        this.game = game;
        this.agent = agent;
        this.accuracy = RELATIVE_ACCURACY
                * game.types().stream()
                        .mapToDouble(type -> Math.max(Math.abs(type.lower()), Math.abs(type.upper())))
                        .max()
                        .orElseThrow();
        if (game.mechanism() instanceof ThirdPriceAuction) {
            throw new IllegalArgumentException(
                    "game: " + game.mechanism()
                            + " (expected: payments on which only the strongest rival's bid bears, which BidLoss does not need)");
        }
        StrongestRival.obstacle(game, strategies).ifPresent(obstacle -> {
            throw new IllegalArgumentException("game: " + game.mechanism() + " (expected: " + obstacle + ")");
        });
        this.rivals = new Rivals(game, strategies, agent);
        int last = game.mechanism().agents() - 1;
        this.forwards = TieOrder.byIndex(last + 1);
        this.backwards =
                TieOrder.of(IntStream.rangeClosed(0, last).map(i -> last - i).toArray());
        this.isTiedByScores = game.mechanism() instanceof DirectSale
                || game.mechanism() instanceof FirstPriceAuction
                || game.mechanism() instanceof SecondPriceAuction
                || game.mechanism() instanceof AllPayAuction
                || game.mechanism() instanceof BilateralDoubleAuction
                || game.mechanism() instanceof BalancedMarket
                || game.mechanism() instanceof EfficientMarket;
        this.isSeparable = rivals.count() > 1 && game.mechanism().hasSeparablePayments();
    }

    /** E[payoff] of an agent of type {@code type} that sends {@code message}. */
    double of(double type, double message) {
        if (Double.isNaN(message)) {
            return 0;
        }
        if (isSeparable && !game.mechanism().hasExternality()) {
            return type * allocation(message) - separablePayment(message);
        }
        double played = overProfiles(message, (profile, types) -> payoff(type, profile, types));
        return played - (isSeparable ? separablePayment(message) : 0);
    }

    /** E[coefficient] of an agent that sends {@code message}: what part of its type it receives. */
    double allocation(double message) {
        if (Double.isNaN(message)) {
            return 0;
        }
        return isSeparable && !game.mechanism().hasExternality()
                ? received(profile(message), forwards) * rivals.allLoseTo(agent, message)
                : overProfiles(message, (profile, types) -> received(profile));
    }

    /** What an agent has of a profile, averaged over the rivals' types: against the strongest alone, and where no rival takes part. */
    private double overProfiles(double message, Had had) {
        if (rivals.count() == 1) {
            int rival = rivals.groups().get(0).first();
            return against(rival, had, message, 0, rank -> 1, onlyRivalsKinks(rival));
        }
        double alone = had.at(profile(message), NO_TYPES);
        double total = 0;
        for (Rivals.Group alike : rivals.groups()) {
            int rival = alike.first();
            DoubleUnaryOperator weight = rank -> rivals.othersLoseTo(rival, rank);
            total += alike.count() * against(rival, had, message, rivals.idle(rival), weight, rivals.entries(rival));
        }
        return total + rivals.allIdle() * alone;
    }

    /** What an agent has of a profile, payments of the separable kind left out, and of the types that tell what others get. */
    @FunctionalInterface
    private interface Had {

        double at(double[] profile, double[] types);
    }

    /** Where payoffs against the only rival need not be smooth: its kinks, and the rank from which on it would win alone. */
    private List<Double> onlyRivalsKinks(int rival) {
        List<Double> kinks = new ArrayList<>(rivals.entries(rival));
        if (game.mechanism().dealsInUnits() && game.mechanism().mayAbstain()) {
            kinks.add(rivals.idle(rival));
        }
        return kinks;
    }

    /**
     * E[payment] as what is paid where every rival is of its lowest type, and what each rival's type adds to that, whatever one's own
     * message.
     */
    private double separablePayment(double message) {
        double[] lowest = profile(message);
        for (int rival : rivals.all()) {
            lowest[rival] = rivals.message(rival, 0);
            if (Double.isNaN(lowest[rival]) || Double.isNaN(rivals.message(rival, 1)) || !game.isRiskNeutral()) {
                throw new IllegalArgumentException("game: " + game.mechanism()
                        + " (expected: risk-neutral agents who all take part, for payments of this kind)");
            }
        }
        if (Double.isNaN(addedByTypes)) {
            addedByTypes = addedByTypes(lowest);
        }
        return paid(lowest) + addedByTypes;
    }

    private double addedByTypes(double[] lowest) {
        double base = paid(lowest);
        double added = 0;
        for (Rivals.Group alike : rivals.groups()) {
            int rival = alike.first();
            added += alike.count()
                    * Quadrature.integrateWithin(
                            accuracy,
                            rank -> {
                                double[] profile = lowest.clone();
                                profile[rival] = rivals.message(rival, rank);
                                return paid(profile) - base;
                            },
                            0,
                            1);
        }
        return added;
    }

    private double paid(double[] profile) {
        return game.mechanism().outcome(profile, forwards).payment(agent);
    }

    /** The weighted average of what is had against {@code rival} alone, over its ranks from {@code from} on. */
    private double against(
            int rival, Had had, double message, double from, DoubleUnaryOperator weight, List<Double> kinks) {
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
                rank -> {
                    double own = had.at(profile(message, rival, rivals.message(rival, rank)), types(rival, rank));
                    return own == 0 ? 0 : weight.applyAsDouble(rank) * own;
                },
                Kinks.between(from, 1, all));
    }

    private Turns turns(int rival, double message, double from) {
        double first = received(rival, message, rivals.type(rival, from));
        boolean silent = Double.isNaN(rivals.message(rival, from));
        double flip = rivals.firstRank(rival, from, x -> received(rival, message, x) != first);
        double speaks = rivals.firstRank(rival, from, x -> Double.isNaN(rivals.messageOf(rival, x)) != silent);
        return new Turns(message, from, flip, speaks);
    }

    /** The ranks of a rival, from {@code from} on, at which what {@code message} gets changes and at which the rival begins to bid. */
    private record Turns(double message, double from, double flip, double speaks) {}

    private double received(int rival, double message, double type) {
        return received(profile(message, rival, rivals.messageOf(rival, type)), forwards);
    }

    /** The part of its type that the agent receives, averaged over who goes first where messages are equal. */
    private double received(double[] profile) {
        double forward = received(profile, forwards);
        return isTied(profile) ? (forward + received(profile, backwards)) / 2 : forward;
    }

    private double received(double[] profile, TieOrder ties) {
        return game.mechanism().allocation(profile, ties).coefficient(agent);
    }

    private double[] profile(double own) {
        double[] profile = new double[game.mechanism().agents()];
        Arrays.fill(profile, Mechanism.ABSTAIN);
        profile[agent] = own;
        return profile;
    }

    private double[] profile(double own, int rival, double rivalMessage) {
        double[] profile = profile(own);
        profile[rival] = rivalMessage;
        return profile;
    }

    /** The types of which what others get may be told: a rival's of that rank, where it matters. */
    private double[] types(int rival, double rank) {
        if (!game.mechanism().hasExternality()) {
            return NO_TYPES;
        }
        double[] types = new double[game.mechanism().agents()];
        types[rival] = rivals.type(rival, rank);
        return types;
    }

    /** The payoff at a profile, averaged over who goes first where messages are equal. */
    private double payoff(double type, double[] profile, double[] types) {
        double forward = payoff(type, profile, types, forwards);
        return isTied(profile) ? (forward + payoff(type, profile, types, backwards)) / 2 : forward;
    }

    private double payoff(double type, double[] profile, double[] types, TieOrder ties) {
        MarketOutcome outcome = game.mechanism().outcome(profile, ties);
        double worth = outcome.coefficient(agent) * type + game.mechanism().externality(agent, outcome, types);
        return game.utility().of(worth - (isSeparable ? 0 : outcome.payment(agent)));
    }

    private boolean isTied(double[] profile) {
        if (!isTiedByScores) {
            return true;
        }
        double own = game.mechanism().score(agent, profile[agent]);
        for (int rival : rivals.all()) {
            if (game.mechanism().score(rival, profile[rival]) == own) {
                return true;
            }
        }
        return false;
    }
}
