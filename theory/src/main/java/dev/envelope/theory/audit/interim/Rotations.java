package dev.envelope.theory.audit.interim;

import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcomes of a profile under tie orders that are alike on average: one where nobody ties, otherwise all orders of up to
 * four agents and, beyond, all rotations forwards and backwards.
 */
public final class Rotations {

    private static final int ALL_ORDERS = 4;

    private final Mechanism mechanism;
    private final List<TieOrder> orders;
    private final TieOrder forwards;
    private final TieOrder backwards;

    public Rotations(Mechanism mechanism) {
        int n = mechanism.agents();
        this.mechanism = mechanism;
        this.orders = new ArrayList<>();
        this.forwards = rotation(n, 0, 1);
        this.backwards = rotation(n, n - 1, n - 1);
        if (n <= ALL_ORDERS) {
            permute(new int[n], 0, 0);
        } else {
            for (int i = 0; i < n; i++) {
                orders.add(rotation(n, i, 1));
                orders.add(rotation(n, i, n - 1));
            }
        }
    }

    /** Whose outcomes they are. */
    Mechanism mechanism() {
        return mechanism;
    }

    /** The outcomes, each as likely as the others. */
    public List<MarketOutcome> of(double[] messages) {
        MarketOutcome first = mechanism.outcome(messages, forwards);
        return first.equals(mechanism.outcome(messages, backwards))
                ? List.of(first)
                : orders.stream()
                        .map(order -> mechanism.outcome(messages, order))
                        .toList();
    }

    private void permute(int[] ranks, int agent, int used) {
        if (agent == ranks.length) {
            orders.add(TieOrder.of(ranks));
            return;
        }
        for (int rank = 0; rank < ranks.length; rank++) {
            if ((used & (1 << rank)) == 0) {
                ranks[agent] = rank;
                permute(ranks, agent + 1, used | (1 << rank));
            }
        }
    }

    private static TieOrder rotation(int n, int first, int step) {
        int[] ranks = new int[n];
        for (int i = 0; i < n; i++) {
            ranks[i] = (first + i * step) % n;
        }
        return TieOrder.of(ranks);
    }
}
