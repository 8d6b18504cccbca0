package dev.envelope.theory.audit.interim;

import dev.envelope.theory.mechanism.AmendedMechanism;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;

/**
 * Rules under which nobody minds what others get.
 *
 * @param auction what is otherwise the same
 */
record WithoutExternality(Mechanism auction) implements AmendedMechanism {

    @Override
    public boolean mayAbstain() {
        return auction.mayAbstain();
    }

    @Override
    public boolean dealsInUnits() {
        return auction.dealsInUnits();
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        return auction.outcome(messages, ties);
    }

    @Override
    public MarketOutcome allocation(double[] messages, TieOrder ties) {
        return auction.allocation(messages, ties);
    }
}
