package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.AlikeAgents;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * The rivals of an agent, those that nothing tells apart together: who beats whom, and how likely that is, by playing the mechanism among
 * two of them. A rival's chance to win has to grow with its type.
 */
final class Rivals {

    /** How near to a type those are between which an alike rival begins to win, relative to the range of types. */
    private static final double NEAR = 1e-14;

    private final BayesianGame game;
    private final List<BidFunction> strategies;
    private final int[] all;
    private final List<Group> groups;
    private final TieOrder ties;
    private final Map<Integer, Double> idle = new HashMap<>();
    private final Map<Integer, List<Double>> entries = new HashMap<>();

    /** The rivals of agent {@code agent}. */
    Rivals(BayesianGame game, List<BidFunction> strategies, int agent) {
        this.game = game;
        this.strategies = strategies;
        int agents = game.mechanism().agents();
        this.all = IntStream.range(0, agents).filter(i -> i != agent).toArray();
        AlikeAgents alike = AlikeAgents.of(game, strategies);
        this.groups = IntStream.range(0, alike.groups())
                .mapToObj(group -> new Group(alike.othersIn(group, agent)))
                .filter(group -> group.count() > 0)
                .toList();
        this.ties = TieOrder.byIndex(agents);
    }

    /** Rivals that are alike. */
    record Group(List<Integer> members) {

        int first() {
            return members.get(0);
        }

        int count() {
            return members.size();
        }

        /** One of them that is not {@code rival}; −1 where there is none. */
        private int otherThan(int rival) {
            return first() != rival ? first() : count() > 1 ? members.get(1) : -1;
        }
    }

    List<Group> groups() {
        return groups;
    }

    int[] all() {
        return all;
    }

    int count() {
        return all.length;
    }

    /** What {@code rival} sends where its type has rank {@code rank}. */
    double message(int rival, double rank) {
        ValueDistribution type = game.types().get(rival);
        return strategies.get(rival).message(type.quantile(rank));
    }

    /** P({@code rival} would not even win alone). */
    double idle(int rival) {
        return idle.computeIfAbsent(rival, j -> chanceBelow(j, x -> isActive(j, x)));
    }

    /** P(no rival would win alone). */
    double allIdle() {
        double product = 1;
        for (Group alike : groups) {
            product *= StrictMath.pow(idle(alike.first()), alike.count());
        }
        return product;
    }

    /** The ranks of {@code rival} from which on it beats another rival's lowest and its highest type. */
    List<Double> entries(int rival) {
        return entries.computeIfAbsent(rival, this::searchedEntries);
    }

    private List<Double> searchedEntries(int rival) {
        List<Double> ranks = new ArrayList<>();
        for (Group alike : groups) {
            int k = alike.otherThan(rival);
            if (k >= 0) {
                ValueDistribution other = game.types().get(k);
                for (double end : new double[] {other.lower(), other.upper()}) {
                    double message = strategies.get(k).message(end);
                    ranks.add(Bisection.first(0, 1, rank -> !wins(k, message, rival, message(rival, rank))));
                }
            }
        }
        return ranks;
    }

    /** Π P(k loses to {@code rival}, the first of its group, of rank {@code rank}) over the other rivals k, group by group. */
    double othersLoseTo(int rival, double rank) {
        double strong = message(rival, rank);
        double product = 1;
        for (Group alike : groups) {
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

    /**
     * Whether {@code k}, drawn like {@code rival}, loses to it just below its type and wins just above, where there are such types: their
     * ranks decide.
     */
    private boolean isBetween(int k, int rival, double rank, double strong) {
        ValueDistribution type = game.types().get(k);
        double near = NEAR * (type.upper() - type.lower());
        double here = type.quantile(rank);
        boolean loses =
                here - near <= type.lower() || !wins(k, strategies.get(k).message(here - near), rival, strong);
        return loses
                && (here + near >= type.upper() || wins(k, strategies.get(k).message(here + near), rival, strong));
    }

    private boolean isDrawnAlike(int one, int other) {
        return strategies.get(one).equals(strategies.get(other))
                && game.types().get(one).equals(game.types().get(other));
    }

    /** The probability of the types of {@code rival} at which a condition that higher ones meet is not met. */
    private double chanceBelow(int rival, DoublePredicate condition) {
        ValueDistribution type = game.types().get(rival);
        if (!condition.test(type.upper())) {
            return 1;
        }
        double fails = type.lower();
        double holds = condition.test(fails) ? fails : type.upper();
        double near = NEAR * (holds - fails);
        while (holds - fails > near) {
            double middle = fails + (holds - fails) / 2;
            if (!(middle > fails && middle < holds)) {
                break;
            }
            if (condition.test(middle)) {
                holds = middle;
            } else {
                fails = middle;
            }
        }
        return type.cdf(holds);
    }

    private boolean isActive(int rival, double type) {
        double[] profile = nobody();
        profile[rival] = strategies.get(rival).message(type);
        return game.mechanism().outcome(profile, ties).units(rival) == 1;
    }

    private boolean wins(int candidate, double message, int rival, double rivalMessage) {
        double[] profile = nobody();
        profile[candidate] = message;
        profile[rival] = rivalMessage;
        return game.mechanism().outcome(profile, ties).units(candidate) == 1;
    }

    private double[] nobody() {
        double[] profile = new double[game.mechanism().agents()];
        Arrays.fill(profile, Mechanism.ABSTAIN);
        return profile;
    }
}
