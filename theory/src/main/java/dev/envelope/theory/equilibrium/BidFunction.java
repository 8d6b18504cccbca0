package dev.envelope.theory.equilibrium;

/** What an agent of each type does: its message, or {@link dev.envelope.theory.mechanism.Mechanism#ABSTAIN}. */
@FunctionalInterface
public interface BidFunction {

    /** Saying one's type. */
    BidFunction TRUTH = type -> type;

    /**
     * The message of an agent of type {@code type}.
     *
     * @param type a type within the support
     * @return a finite message in the unit of the type, or {@link dev.envelope.theory.mechanism.Mechanism#ABSTAIN}
     */
    double message(double type);
}
