package dev.envelope.theory.audit.enumeration;

import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.Witness;
import java.util.function.Supplier;

/** The largest violation of those looked at, with where it was. */
public final class Worst {

    private double amount;
    private Witness witness = Witness.NONE;

    /** Looks at a violation of {@code here}; where it is asked for if that is the largest. */
    public void look(double here, Supplier<Witness> at) {
        if (here > amount) {
            amount = here;
            witness = at.get();
        }
    }

    /** 0 where there is none. */
    public double amount() {
        return amount;
    }

    /** Where it is. */
    public Witness witness() {
        return witness;
    }

    /** The verdict on {@code property}, which holds where the largest is within {@code tolerance}. */
    public Verdict verdict(Property property, double tolerance, String evidence) {
        return Verdict.exact(property, amount, tolerance, witness, evidence);
    }
}
