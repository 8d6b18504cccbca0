package dev.envelope.theory.bayes;

import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which rivals' messages matter to an agent, as seen by playing the mechanism among anonymous bidders. */
enum Rivalry {
    /** The strongest rival's alone. */
    STRONGEST,
    /** The highest message wins, and beside one's own the second strongest rival's decides what is paid. */
    SECOND,
    /** Others' too. */
    MANY;

    /** The simplest that fits what {@value Probe#COUNT} profiles lead to. */
    static Rivalry of(BayesianGame game) {
        if (IntStream.range(0, Probe.COUNT).allMatch(probe -> isSeenThrough(game, probe, 1))) {
            return STRONGEST;
        }
        boolean isAboutTwo = IntStream.range(0, Probe.COUNT)
                .allMatch(probe -> isSeenThrough(game, probe, 2) && isPaidByTheSecond(game, probe));
        return isAboutTwo ? SECOND : MANY;
    }

    /** Whether each agent gets the same when all but its {@code strongest} strongest rivals stay away. */
    private static boolean isSeenThrough(BayesianGame game, int probe, int strongest) {
        double[] messages = Probe.messages(game, probe);
        MarketOutcome whole = outcome(game, messages);
        for (int i = 0; i < messages.length; i++) {
            double[] few = new double[messages.length];
            Arrays.fill(few, Mechanism.ABSTAIN);
            few[i] = messages[i];
            rivals(messages, i).subList(0, strongest).forEach(j -> few[j] = messages[j]);
            MarketOutcome seen = outcome(game, few);
            if (seen.units(i) != whole.units(i) || seen.payment(i) != whole.payment(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether each agent wins iff its message is the highest, and pays the same wherever on its side the strongest rival is. */
    private static boolean isPaidByTheSecond(BayesianGame game, int probe) {
        double[] messages = Probe.messages(game, probe);
        MarketOutcome whole = outcome(game, messages);
        for (int i = 0; i < messages.length; i++) {
            List<Integer> rivals = rivals(messages, i);
            int strongest = rivals.get(0);
            boolean isHighest = messages[i] > messages[strongest];
            double[] moved = messages.clone();
            double second = messages[rivals.get(1)];
            moved[strongest] = isHighest
                    ? second + (messages[i] - second) / 3
                    : Math.max(messages[i], second) / 3 + 2 * messages[strongest] / 3;
            MarketOutcome there = outcome(game, moved);
            if (whole.units(i) != (isHighest ? 1 : 0)
                    || there.units(i) != whole.units(i)
                    || there.payment(i) != whole.payment(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the winner pays the message of its second strongest rival, and others nothing. */
    static boolean isSecondPaid(BayesianGame game) {
        for (int probe = 0; probe < Probe.COUNT; probe++) {
            double[] messages = Probe.messages(game, probe);
            MarketOutcome whole = outcome(game, messages);
            for (int i = 0; i < messages.length; i++) {
                double second = messages[rivals(messages, i).get(1)];
                if (whole.payment(i) != (whole.units(i) > 0 ? second : 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** All but agent {@code i}, those with the highest messages first. */
    private static List<Integer> rivals(double[] messages, int i) {
        return IntStream.range(0, messages.length)
                .filter(j -> j != i)
                .boxed()
                .sorted((j, k) -> Double.compare(messages[k], messages[j]))
                .toList();
    }

    private static MarketOutcome outcome(BayesianGame game, double[] messages) {
        return game.mechanism().outcome(messages, TieOrder.byIndex(messages.length));
    }
}
