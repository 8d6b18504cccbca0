package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.AlikeAgents;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.DirectSale;
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

    /** How many kinks of a distribution are worth a breakpoint each. */
    private static final int MOST_KINKS = 64;

    private final BayesianGame game;
    private final List<BidFunction> strategies;
    private final int[] all;
    private final List<Group> groups;
    private final TieOrder ties;
    private final Map<Integer, Double> idle = new HashMap<>();
    private final Map<Integer, List<Double>> entries = new HashMap<>();

    private final Map<Integer, RankedTypes> types = new HashMap<>();

    /** How likely it is that the others lose to a rival, by its rank. */
    private final Map<Integer, KeptValues> losing = new HashMap<>();

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
        return messageOf(rival, type(rival, rank));
    }

    /** What {@code rival} of type {@code type} sends. */
    double messageOf(int rival, double type) {
        return strategies.get(rival).message(type);
    }

    /** The type of {@code rival} whose rank is {@code rank}. */
    double type(int rival, double rank) {
        return types.computeIfAbsent(rival, j -> new RankedTypes(game.types().get(j)))
                .at(rank);
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

    /**
     * The ranks of {@code rival} from which on it beats another rival's lowest and its highest type, and those at which its own
     * distribution or what it beats of another's is not smooth, unless there are many.
     */
    List<Double> entries(int rival) {
        return entries.computeIfAbsent(rival, this::searchedEntries);
    }

    private List<Double> searchedEntries(int rival) {
        ValueDistribution own = game.types().get(rival);
        List<Double> ranks = new ArrayList<>();
        if (own.kinks().size() <= MOST_KINKS) {
            own.kinks().forEach(kink -> ranks.add(own.cdf(kink)));
        }
        for (Group alike : groups) {
            int k = alike.otherThan(rival);
            if (k >= 0) {
                ValueDistribution other = game.types().get(k);
                List<Double> ends = new ArrayList<>(List.of(other.lower(), other.upper()));
                if (other.kinks().size() <= MOST_KINKS) {
                    ends.addAll(other.kinks());
                }
                for (double end : ends) {
                    double message = strategies.get(k).message(end);
                    ranks.add(Bisection.first(0, 1, rank -> !wins(k, message, rival, message(rival, rank))));
                }
            }
        }
        return ranks;
    }

    /** The rank from which on the types of {@code rival} meet a condition that higher ones go on meeting, sought from {@code from} on; 1 where none do. */
    double firstRank(int rival, double from, DoublePredicate condition) {
        ValueDistribution type = game.types().get(rival);
        double first = Bisection.first(type(rival, from), type.upper(), condition);
        return first >= type.upper() ? 1 : Math.max(from, type.cdf(first));
    }

    /** Π P(k loses to agent {@code agent} that sends {@code message}) over all rivals k. */
    double allLoseTo(int agent, double message) {
        double product = 1;
        for (Group alike : groups) {
            int k = alike.first();
            double loses = isBetween(k, agent, message, message)
                    ? game.types().get(k).cdf(message)
                    : losesTo(k, agent, message);
            product *= StrictMath.pow(loses, alike.count());
        }
        return product;
    }

    /** Π P(k loses to {@code rival}, the first of its group, of rank {@code rank}) over the other rivals k, group by group. */
    double othersLoseTo(int rival, double rank) {
        return losing.computeIfAbsent(rival, j -> new KeptValues(each -> playedAgainst(j, each)))
                .applyAsDouble(rank);
    }

    private double playedAgainst(int rival, double rank) {
        double strong = message(rival, rank);
        double product = 1;
        for (Group alike : groups) {
            int k = alike.otherThan(rival);
            if (k >= 0) {
                boolean isOwn = alike.first() == rival;
                double loses = isBetween(k, rival, type(rival, rank), strong)
                        ? isDrawnAlike(k, rival) ? rank : game.types().get(k).cdf(type(rival, rank))
                        : losesTo(k, rival, strong);
                product *= StrictMath.pow(loses, alike.count() - (isOwn ? 1 : 0));
            }
        }
        return product;
    }

    /**
     * P(k loses to {@code rival}, which sends {@code strong}): up to the type whose score comes up to that of {@code strong} where playing the
     * mechanism just below and just above says so, otherwise by playing it all the way.
     */
    private double losesTo(int k, int rival, double strong) {
        ValueDistribution type = game.types().get(k);
        BidFunction strategy = strategies.get(k);
        Mechanism mechanism = game.mechanism();
        double score = mechanism.score(rival, strong);
        if (mechanism instanceof DirectSale && Double.isFinite(score)) {
            double even =
                    Bisection.reaching(type.lower(), type.upper(), x -> mechanism.score(k, strategy.message(x)), score);
            if (isBetween(k, rival, even, strong)) {
                return type.cdf(even);
            }
        }
        return chanceBelow(k, x -> wins(k, strategy.message(x), rival, strong));
    }

    /** Whether {@code k} loses to {@code rival}, which sends {@code strong}, just below the type {@code here} and wins just above, where it has such types. */
    private boolean isBetween(int k, int rival, double here, double strong) {
        ValueDistribution type = game.types().get(k);
        double near = NEAR * (type.upper() - type.lower());
        if (here < type.lower() || here > type.upper()) {
            return false;
        }
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
        return game.mechanism().allocation(profile, ties).units(rival) == 1;
    }

    private boolean wins(int candidate, double message, int rival, double rivalMessage) {
        double[] profile = nobody();
        profile[candidate] = message;
        profile[rival] = rivalMessage;
        return game.mechanism().allocation(profile, ties).units(candidate) == 1;
    }

    private double[] nobody() {
        double[] profile = new double[game.mechanism().agents()];
        Arrays.fill(profile, Mechanism.ABSTAIN);
        return profile;
    }
}
