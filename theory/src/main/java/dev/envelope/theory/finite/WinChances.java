package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How likely each of several bidders is to have the highest score, equal ones having equal chances.
 *
 * @param scores the distribution of each one's
 */
record WinChances(List<DiscreteDistribution> scores) {

    /** P(agent wins with the score x) = Σ_m P(m others have it too, the rest less) / (m + 1). */
    double of(int agent, double x) {
        double[] tied = new double[scores.size()];
        tied[0] = 1;
        for (int j = 0; j < scores.size(); j++) {
            double equal = scores.get(j).mass(x);
            double less = scores.get(j).cdf(x) - equal;
            for (int m = tied.length - 1; m >= 0 && j != agent; m--) {
                tied[m] = tied[m] * less + (m > 0 ? tied[m - 1] * equal : 0);
            }
        }
        return IntStream.range(0, tied.length)
                .mapToDouble(m -> tied[m] / (m + 1))
                .sum();
    }
}
