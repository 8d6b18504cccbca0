package dev.envelope.theory.audit.played;

import java.util.List;

/**
 * What each agent receives and pays.
 *
 * @param worth what agents receive, as each values it in money
 * @param payments what they pay
 */
public record Settlement(List<Double> worth, List<Double> payments) {

    /** Copies the lists. */
    public Settlement {
        worth = List.copyOf(worth);
        payments = List.copyOf(payments);
    }

    double gain(int agent) {
        return worth.get(agent) - payments.get(agent);
    }

    double gains() {
        return sum(worth);
    }

    double revenue() {
        return sum(payments);
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }
}
