package dev.envelope.theory.audit.played;

import java.util.List;

/**
 * What each agent receives and pays.
 *
 * @param worth what agents receive, as each values it in money
 * @param payments what they pay
 * @param givenUp what that is worth to the house where it keeps it
 */
public record Settlement(List<Double> worth, List<Double> payments, double givenUp) {

    /** Copies the lists. */
    public Settlement {
        worth = List.copyOf(worth);
        payments = List.copyOf(payments);
    }

    /** What agents receive from a house to which it is worth nothing. */
    Settlement(List<Double> worth, List<Double> payments) {
        this(worth, payments, 0);
    }

    double gain(int agent) {
        return worth.get(agent) - payments.get(agent);
    }

    double gains() {
        return sum(worth) - givenUp;
    }

    /** What is left to the agents. */
    double rent() {
        return sum(worth) - revenue();
    }

    double revenue() {
        return sum(payments);
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }
}
