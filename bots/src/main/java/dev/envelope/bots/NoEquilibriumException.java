package dev.envelope.bots;

/** There is no equilibrium that theory can name for a treatment, so an equilibrium strategy cannot play it. */
public final class NoEquilibriumException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String treatment;
    private final String reason;

    /** None for the treatment {@code treatment}, because of {@code reason}. */
    public NoEquilibriumException(String treatment, String reason) {
        super("no equilibrium for treatment \"" + treatment + "\": " + reason);
        this.treatment = treatment;
        this.reason = reason;
    }

    /** The treatment's id. */
    public String treatment() {
        return treatment;
    }

    /** What is not known or could not be verified, as theory says it. */
    public String reason() {
        return reason;
    }
}
