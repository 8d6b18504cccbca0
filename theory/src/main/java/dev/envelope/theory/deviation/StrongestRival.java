package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.AlikeAgents;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Whether what an agent gets depends on its rivals only through one of them, so that interim payoffs are single integrals: seen by
 * playing the mechanism, at profiles of types with and without a deviation of the agent.
 */
public final class StrongestRival {

    private static final int PROBES = 64;

    /** How many agents are looked at in each probe, or twice as many: others in every one where there are more. */
    private static final int AGENTS = 16;

    /** The types at which a strategy is looked at for one message that many send. */
    private static final int TYPES = 256;

    /** The root of x³ = x + 1 and the golden one, inverted: steps that fill ranks evenly. */
    private static final double SHIFT = 0.7548776662466927;

    private static final double STEP = 0.6180339887498949;

    /** A chance of a tie that is none. */
    private static final double NEGLIGIBLE = 1e-15;

    private static final String ONE =
            "bidders for one object of whom only the strongest rival matters, whoever goes first in a tie";

    private final BayesianGame game;
    private final List<? extends BidFunction> strategies;
    private final Mechanism mechanism;
    private final TieOrder ties;
    private final TieOrder reversed;

    private StrongestRival(BayesianGame game, List<? extends BidFunction> strategies) {
        this.game = game;
        this.strategies = strategies;
        this.mechanism = game.mechanism();
        int n = mechanism.agents();
        int[] ranks = new int[n];
        Arrays.setAll(ranks, i -> n - 1 - i);
        this.ties = TieOrder.byIndex(n);
        this.reversed = TieOrder.of(ranks);
    }

    /**
     * What keeps interim payoffs in {@code game} from being single integrals; empty where nothing does: two agents at most, or bidders of
     * whom the strongest alone matters, for who gets what where payments are sums of functions of single messages and everybody sends one,
     * and of whom no two may send the same message.
     */
    public static Optional<String> obstacle(BayesianGame game, List<? extends BidFunction> strategies) {
        Mechanism mechanism = game.mechanism();
        int n = mechanism.agents();
        if (n <= 2) {
            return Optional.empty();
        }
        boolean isOneObject = mechanism.objects() == 1
                && mechanism.dealsInUnits()
                && IntStream.range(0, n).allMatch(i -> mechanism.side(i) == Side.BIDDER);
        if (!isOneObject) {
            return Optional.of("two agents, or any number of bidders for one object");
        }
        StrongestRival rival = new StrongestRival(game, strategies);
        return rival.mayTie()
                ? Optional.of("no message that many types of several agents send")
                : rival.isSeenThroughOne() ? Optional.empty() : Optional.of(ONE);
    }

    /**
     * Whether two agents may send the same message, and nobody a higher one; less than {@value #NEGLIGIBLE} of a chance to that, as where
     * the bids of low types are too small to be told from 0, is none.
     */
    private boolean mayTie() {
        AlikeAgents alike = AlikeAgents.of(game, strategies);
        Map<Double, Double> chances = new TreeMap<>();
        Map<Double, Integer> senders = new TreeMap<>();
        for (int group = 0; group < alike.groups(); group++) {
            List<Integer> members = alike.othersIn(group, -1);
            shared(members.get(0)).forEach((message, chance) -> {
                chances.merge(message, StrictMath.pow(chance, members.size()), (one, other) -> one * other);
                senders.merge(message, members.size(), Integer::sum);
            });
        }
        return senders.entrySet().stream()
                .anyMatch(sent -> sent.getValue() > 1 && chances.getOrDefault(sent.getKey(), 0.0) >= NEGLIGIBLE);
    }

    /** The messages that many types of {@code agent} send, and the chance that its message is at most that. */
    private Map<Double, Double> shared(int agent) {
        BidFunction strategy = strategies.get(agent);
        ValueDistribution type = game.types().get(agent);
        Map<Double, Double> shared = new TreeMap<>();
        double[] types = strategy instanceof PiecewiseLinearBid lines ? lines.types() : new double[TYPES + 1];
        if (!(strategy instanceof PiecewiseLinearBid)) {
            Arrays.setAll(types, k -> at(type, k / (double) TYPES));
        }
        double before = strategy.message(types[0]);
        for (int k = 1; k < types.length; k++) {
            double message = strategy.message(types[k]);
            if (message == before && type.cdf(types[k]) > type.cdf(types[k - 1])) {
                shared.put(message, type.cdf(types[Math.min(k + 1, types.length - 1)]));
            }
            before = message;
        }
        return shared;
    }

    private static double at(ValueDistribution type, double share) {
        return (1 - share) * type.lower() + share * type.upper();
    }

    private boolean isSeenThroughOne() {
        return IntStream.range(0, PROBES).allMatch(probe -> {
            double[] messages = new double[strategies.size()];
            Arrays.setAll(messages, i -> strategies.get(i).message(type(i, probe)));
            int[] strongest = IntStream.range(0, messages.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            i -> Double.isNaN(messages[i]) ? Double.POSITIVE_INFINITY : -messages[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            MarketOutcome whole = mechanism.outcome(messages, ties);
            MarketOutcome backwards = mechanism.outcome(messages, reversed);
            int stride = Math.max(1, messages.length / AGENTS);
            return IntStream.range(0, messages.length)
                    .filter(i -> (i + probe) % stride == 0)
                    .allMatch(i -> isSeenThroughOne(messages, whole, backwards, i, strongest)
                            && isSeenThroughOne(deviated(messages, i, probe), i, strongest));
        });
    }

    /** A type of agent {@code i}, different in every probe. */
    private double type(int i, int probe) {
        double rank = 0.5 + probe * SHIFT + i * STEP;
        return game.types().get(i).quantile(rank - Math.floor(rank));
    }

    /** Agent {@code i} sends what is one of its types. */
    private double[] deviated(double[] messages, int i, int probe) {
        double[] deviated = messages.clone();
        double share = (probe + 0.5) * STEP;
        deviated[i] = at(game.types().get(i), share - Math.floor(share));
        return deviated;
    }

    /** Whether one of the rivals is enough; {@code order} says which to try first. */
    private boolean isSeenThroughOne(double[] messages, int agent, int[] order) {
        return isSeenThroughOne(
                messages, mechanism.outcome(messages, ties), mechanism.outcome(messages, reversed), agent, order);
    }

    private boolean isSeenThroughOne(
            double[] messages, MarketOutcome whole, MarketOutcome backwards, int agent, int[] order) {
        if (!isAlike(whole, backwards, agent, true)) {
            return false;
        }
        boolean isPriced = !mechanism.hasSeparablePayments();
        if (!isPriced && Arrays.stream(messages).anyMatch(Double::isNaN)) {
            return false;
        }
        return Arrays.stream(order).filter(rival -> rival != agent).anyMatch(rival -> {
            double[] pair = new double[messages.length];
            Arrays.fill(pair, Mechanism.ABSTAIN);
            pair[agent] = messages[agent];
            pair[rival] = messages[rival];
            return isAlike(whole, mechanism.outcome(pair, ties), agent, isPriced);
        });
    }

    private static boolean isAlike(MarketOutcome one, MarketOutcome other, int agent, boolean isPriced) {
        return one.units(agent) == other.units(agent) && (!isPriced || one.payment(agent) == other.payment(agent));
    }
}
