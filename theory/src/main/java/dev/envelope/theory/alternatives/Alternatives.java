package dev.envelope.theory.alternatives;

import java.util.Collections;
import java.util.List;

/**
 * The finite set K of what can be chosen, each with its cost C(k) (Krishna &amp; Perry 2000). An agent's type is the
 * vector of what each alternative is worth to it; the efficient choice is κ*(t) ∈ argmax_k Σ_i t_i(k) − C(k), the first
 * of equals.
 *
 * <p>Whether "nothing happens" is possible is said by listing it. Checked by {@code AlternativesTest}.
 *
 * @param names what the alternatives are called, at least one
 * @param costs C(k), one finite number per alternative
 */
public record Alternatives(List<String> names, List<Double> costs) {

    /** Copies the lists and checks their sizes. */
    public Alternatives {
        names = List.copyOf(names);
        costs = List.copyOf(costs);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("names: [] (expected: at least one alternative)");
        }
        if (costs.size() != names.size() || !costs.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "costs: " + costs + " (expected: a finite number per alternative, " + names.size() + ")");
        }
    }

    /** Alternatives that cost nothing. */
    public static Alternatives of(String... names) {
        return new Alternatives(List.of(names), Collections.nCopies(names.length, 0.0));
    }

    /** |K|. */
    public int size() {
        return names.size();
    }

    /**
     * κ*(t).
     *
     * @param values t_i(k), a row of one finite number per alternative for each agent
     */
    public int chosen(double[][] values) {
        int best = 0;
        double most = surplus(values, 0);
        for (int k = 1; k < size(); k++) {
            double here = surplus(values, k);
            if (here > most) {
                most = here;
                best = k;
            }
        }
        return best;
    }

    /** SW(t) = max_k Σ_i t_i(k) − C(k). */
    public double welfare(double[][] values) {
        return surplus(values, chosen(values));
    }

    /** SW_-i(t) = Σ_{j≠i} t_j(κ*(t)) − C(κ*(t)). */
    public double welfareOfOthers(int agent, double[][] values) {
        int chosen = chosen(values);
        return surplus(values, chosen) - values[agent][chosen];
    }

    /**
     * The payments of VCG with a basis, μ_i(t) = SW(s_i, t_-i) − SW_-i(t) − IR_i(s_i); truth is weakly dominant.
     *
     * @param values t, a row for each agent
     * @param basis s, a row for each agent
     * @param outside IR_i(s_i), what the basis has outside, one per agent
     */
    public double[] vcgPayments(double[][] values, double[][] basis, double... outside) {
        double[] payments = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double[][] atBasis = values.clone();
            atBasis[i] = basis[i];
            payments[i] = welfare(atBasis) - welfareOfOthers(i, values) - outside[i];
        }
        return payments;
    }

    private double surplus(double[][] values, int alternative) {
        double sum = -costs.get(alternative);
        for (double[] type : values) {
            if (type.length != size()) {
                throw new IllegalArgumentException(
                        "values: " + type.length + " numbers (expected: one per alternative, " + size() + ")");
            }
            sum += type[alternative];
        }
        return sum;
    }
}
