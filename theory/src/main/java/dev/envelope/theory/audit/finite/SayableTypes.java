package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.Collection;
import java.util.List;

/**
 * Whether agents can bid what they have. Checked by {@code DominanceSearchTest} and {@code DemandAuditTest}.
 *
 * @param types all numbers of the types of each agent
 * @param bids the bids that there are
 */
record SayableTypes(List<? extends Collection<Double>> types, AdmittedBids bids) {

    /** {@code truthful}, which says nothing of types that are no bids, and is open where one is far from all. */
    Verdict said(Verdict truthful) {
        for (int i = 0; i < types.size(); i++) {
            for (double type : types.get(i)) {
                if (!bids.admits(type)) {
                    return new Verdict(
                            truthful.property(),
                            Ruling.UNDECIDED,
                            truthful.amount(),
                            0,
                            truthful.high(),
                            truthful.witness(),
                            "as if " + PlainNumber.of(type) + ", a type of agent " + (i + 1)
                                    + ", could be bid; there are bids" + bids.inWords());
                }
            }
        }
        boolean areOnTicks = types.stream().flatMap(Collection::stream).allMatch(bids::isOnTick);
        return areOnTicks ? truthful : truthful.with("as if types between ticks could be bid");
    }
}
