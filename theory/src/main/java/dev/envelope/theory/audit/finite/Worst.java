package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.Witness;
import java.util.function.Supplier;

/** The largest violation of those looked at, with where it was. */
final class Worst {

    private double amount;
    private Witness witness = Witness.NONE;

    void look(double here, Supplier<Witness> at) {
        if (here > amount) {
            amount = here;
            witness = at.get();
        }
    }

    /** 0 where there is none. */
    double amount() {
        return amount;
    }

    Witness witness() {
        return witness;
    }

    Verdict verdict(Property property, double tolerance, String evidence) {
        return Verdict.exact(property, amount, tolerance, witness, evidence);
    }
}
