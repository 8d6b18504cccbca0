package dev.envelope.theory.efficient;

/** What an agent of each type has when it stays away: IR_i(x), in the unit of the values. */
@FunctionalInterface
public interface OutsideOption {

    /** IR_i of type {@code type}. */
    double at(double type);

    /** Nothing, whatever the type. */
    static OutsideOption nothing() {
        return new LinearOption(0, 0);
    }

    /** The same for all types. */
    static OutsideOption constant(double amount) {
        return new LinearOption(amount, 0);
    }

    /** A share of the agent's own type: what a partner's share, or a loss in proportion, is worth to it. */
    static OutsideOption share(double share) {
        return new LinearOption(0, share);
    }
}
