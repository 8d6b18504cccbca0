package dev.envelope.game.pay;

import java.util.ArrayList;
import java.util.List;

/**
 * What a seat has earned so far, as much of it as its pay can depend on. Immutable.
 *
 * @param rule which rounds are paid
 * @param totalTicks its payoffs of all rounds that are no practice
 * @param kept the rounds that would be paid if there were no more, in the order of play; none where all are paid
 */
public record Earnings(PaidRounds rule, long totalTicks, List<Kept> kept) {

    /**
     * A round that may be paid.
     *
     * @param round its number in the session, from 1
     * @param lot its lot, unsigned
     * @param payoffTicks the seat's payoff of it
     */
    public record Kept(int round, long lot, long payoffTicks) {}

    /** Copies the list. */
    public Earnings {
        kept = List.copyOf(kept);
    }

    /** Nothing yet. */
    public static Earnings none(PaidRounds rule) {
        return new Earnings(rule, 0, List.of());
    }

    /** After a round that is no practice. */
    public Earnings plus(int round, long lot, long payoffTicks) {
        if (rule.kind() == PaidRounds.Kind.ALL) {
            return new Earnings(rule, totalTicks + payoffTicks, List.of());
        }
        List<Kept> more = new ArrayList<>(kept);
        more.add(new Kept(round, lot, payoffTicks));
        if (more.size() > rule.count()) {
            more.remove(largest(more));
        }
        return new Earnings(rule, totalTicks + payoffTicks, more);
    }

    /** The index of the largest lot, of the first such. */
    private static int largest(List<Kept> rounds) {
        int largest = 0;
        for (int i = 1; i < rounds.size(); i++) {
            if (Long.compareUnsigned(rounds.get(i).lot(), rounds.get(largest).lot()) > 0) {
                largest = i;
            }
        }
        return largest;
    }

    /** The points that are paid, in ticks. */
    public long paidTicks() {
        return rule.kind() == PaidRounds.Kind.ALL
                ? totalTicks
                : kept.stream().mapToLong(Kept::payoffTicks).sum();
    }

    /** The rounds that are paid, in order; empty where all are. */
    public List<Integer> paidRounds() {
        return kept.stream().map(Kept::round).toList();
    }

    /** Whether {@code round} is paid, if the seat has played it. */
    public boolean pays(int round) {
        return rule.kind() == PaidRounds.Kind.ALL || kept.stream().anyMatch(each -> each.round() == round);
    }
}
