package dev.envelope.theory.mechanism;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * An allocation and its payments.
 *
 * <p>Units are 1 for an agent that receives the object, −1 for one that gives it up, 0 otherwise; payments are negative
 * for agents that are paid.
 */
public final class MarketOutcome {

    /** Stands for coefficients that are the units. */
    private static final double[] UNITS = {};

    private final int[] units;
    private final double[] coefficients;
    private final double[] payments;
    private final OptionalDouble price;

    private MarketOutcome(int[] units, double[] coefficients, double[] payments, OptionalDouble price) {
        this.units = units;
        this.coefficients = coefficients;
        this.payments = payments;
        this.price = price;
    }

    /**
     * An outcome of {@code units.length} agents; both arrays are copied.
     *
     * @param price the one price at which everything changed hands, where there is one
     */
    public static MarketOutcome of(int[] units, double[] payments, OptionalDouble price) {
        if (units.length != payments.length) {
            throw new IllegalArgumentException(
                    "payments: " + payments.length + " numbers (expected: one per agent, " + units.length + ")");
        }
        return new MarketOutcome(units.clone(), UNITS, payments.clone(), price);
    }

    /**
     * The same outcome where its worth to an agent is not its units.
     *
     * @param stakes what part of its type each agent receives; copied
     */
    public MarketOutcome withCoefficients(double[] stakes) {
        if (stakes.length != units.length) {
            throw new IllegalArgumentException(
                    "stakes: " + stakes.length + " numbers (expected: one per agent, " + units.length + ")");
        }
        return new MarketOutcome(units, stakes.clone(), payments, price);
    }

    /** Nobody gets anything and nobody pays. */
    public static MarketOutcome nothing(int agents) {
        return new MarketOutcome(new int[agents], UNITS, new double[agents], OptionalDouble.empty());
    }

    /** Agent {@code winner} gets the object and pays {@code payment}; the others nothing. */
    public static MarketOutcome sale(int agents, int winner, double payment) {
        int[] units = new int[agents];
        double[] payments = new double[agents];
        units[winner] = 1;
        payments[winner] = payment;
        return new MarketOutcome(units, UNITS, payments, OptionalDouble.of(payment));
    }

    /** How many agents there are. */
    public int agents() {
        return units.length;
    }

    /** How many objects the house sells: the units received that no agent gave up. */
    public int sold() {
        return Arrays.stream(units).sum();
    }

    /** What agent {@code agent} receives: 1, 0, or −1 given up. */
    public int units(int agent) {
        return units[agent];
    }

    /**
     * What part of its type agent {@code agent} receives: its units, unless the outcome matters otherwise to those that get
     * none, as the loser of a licence.
     */
    public double coefficient(int agent) {
        return coefficients.length == 0 ? units[agent] : coefficients[agent];
    }

    /** What agent {@code agent} pays; negative when it is paid. */
    public double payment(int agent) {
        return payments[agent];
    }

    /** All payments, copied. */
    public double[] payments() {
        return payments.clone();
    }

    /** The one price at which everything changed hands, where there is one. */
    public OptionalDouble price() {
        return price;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarketOutcome that
                && Arrays.equals(units, that.units)
                && Arrays.equals(coefficients, that.coefficients)
                && Arrays.equals(payments, that.payments)
                && price.equals(that.price);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(units) + Arrays.hashCode(payments);
    }

    @Override
    public String toString() {
        return "MarketOutcome[units=" + Arrays.toString(units) + ", payments=" + Arrays.toString(payments) + "]";
    }
}
