package dev.envelope.theory.audit.interim;

import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The outcomes of a profile under tie orders that are alike on average: one where no tie matters, otherwise under all orders of up to
 * four agents and, of more, under {@link FairOrders} of those that tie. Checked by {@code RotationsTest}.
 */
public final class Rotations {

    private static final int FEW = 4;

    private final Mechanism mechanism;
    private final List<TieOrder> ofAll;
    private final TieOrder forwards;
    private final TieOrder backwards;

    public Rotations(Mechanism mechanism) {
        int[] all = IntStream.range(0, mechanism.agents()).toArray();
        this.mechanism = mechanism;
        this.ofAll = FairOrders.of(all.length, List.of(all));
        this.forwards = TieOrder.byIndex(all.length);
        this.backwards = reversed(all);
    }

    /** Whose outcomes they are. */
    Mechanism mechanism() {
        return mechanism;
    }

    /** The outcomes, each as likely as the others. */
    public List<MarketOutcome> of(double[] messages) {
        MarketOutcome first = mechanism.outcome(messages, forwards);
        if (first.equals(mechanism.outcome(messages, backwards))) {
            return List.of(first);
        }
        return orders(messages, first).stream()
                .map(order -> mechanism.outcome(messages, order))
                .toList();
    }

    private List<TieOrder> orders(double[] messages, MarketOutcome first) {
        if (messages.length <= FEW) {
            return ofAll;
        }
        List<int[]> tied = tied(messages).stream()
                .filter(group -> !mechanism.outcome(messages, reversed(group)).equals(first))
                .toList();
        return tied.isEmpty() ? ofAll : FairOrders.of(messages.length, tied);
    }

    /** Those of one side whose scores are equal, where there are several. */
    private List<int[]> tied(double[] messages) {
        double[] scores = new double[messages.length];
        Arrays.setAll(scores, i -> mechanism.score(i, messages[i]));
        List<int[]> groups = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            int first = i;
            int[] group = IntStream.range(0, scores.length)
                    .filter(j -> scores[j] == scores[first] && mechanism.side(j) == mechanism.side(first))
                    .toArray();
            if (group.length > 1 && group[0] == i) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** The order of indices with {@code group} the other way round. */
    private TieOrder reversed(int... group) {
        int[] ranks = IntStream.range(0, mechanism.agents()).toArray();
        for (int i = 0; i < group.length; i++) {
            ranks[group[i]] = group[group.length - 1 - i];
        }
        return TieOrder.of(ranks);
    }
}
