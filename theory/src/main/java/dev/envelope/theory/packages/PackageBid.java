package dev.envelope.theory.packages;

/**
 * A price for a package.
 *
 * @param bundle all or nothing of these objects
 * @param amount the most that is offered for them, in money, finite and at least 0; an offer of 0 is never accepted
 */
public record PackageBid(Bundle bundle, double amount) {

    /** Checks the amount. */
    public PackageBid {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException(
                    "bid for " + bundle + ": " + amount + " (expected: a finite number of at least 0)");
        }
    }
}
