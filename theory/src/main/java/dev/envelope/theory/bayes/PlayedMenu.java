package dev.envelope.theory.bayes;

/** What an agent's messages earn against given rivals, by playing the mechanism: q(b) and m(b). */
interface PlayedMenu {

    /** The messages of the rivals, in increasing order. */
    double[] edges();

    /** q and m of message {@code b}. */
    Terms at(double b);

    /**
     * What a message leads to on average.
     *
     * @param allocation q
     * @param payment m
     */
    record Terms(double allocation, double payment) {

        double payoff(double type) {
            return type * allocation - payment;
        }
    }
}
