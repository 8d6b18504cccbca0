package dev.envelope.theory.audit.enumeration;

import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.Witness;
import java.util.List;
import java.util.function.Supplier;

/** What can be wrong with all agents together at profiles at which everybody sends what it should. */
public final class ProfileFaults {

    private final Worst deficit = new Worst();
    private final Worst imbalance = new Worst();
    private final Worst waste = new Worst();

    /**
     * Looks at what happens at one profile.
     *
     * @param paid what all pay, less what the choice costs
     * @param wasted the gains that are not realised
     */
    public void look(double paid, double wasted, Supplier<Witness> at) {
        deficit.look(-paid, at);
        imbalance.look(Math.abs(paid), at);
        waste.look(wasted, at);
    }

    /** The largest |Σ payments|, what the choice costs deducted. */
    public double imbalance() {
        return imbalance.amount();
    }

    /** Whether there is no deficit, a balanced budget and efficiency; {@code all} says how many profiles there are. */
    public List<Verdict> verdicts(double tolerance, String all) {
        return List.of(
                deficit.verdict(Property.NO_DEFICIT, tolerance, all),
                imbalance.verdict(Property.BUDGET_BALANCE, tolerance, all),
                waste.verdict(Property.EFFICIENCY, tolerance, all));
    }
}
