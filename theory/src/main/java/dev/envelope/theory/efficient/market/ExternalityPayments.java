package dev.envelope.theory.efficient.market;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.numeric.Interpolant;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.RunningIntegral;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Expected-externality payments less a discount for each agent, fast: every e_i is kept as an interpolant, with an
 * error of 1e-13 of its largest value.
 */
final class ExternalityPayments {

    private static final double ACCURACY = 1e-13;

    private final List<Interpolant> externalities;
    private final List<Double> discounts;

    private ExternalityPayments(List<Interpolant> externalities, List<Double> discounts) {
        this.externalities = externalities;
        this.discounts = List.copyOf(discounts);
    }

    /**
     * The payments of {@code rules}' agents.
     *
     * @param discounts d_i; they sum to 0
     */
    static ExternalityPayments of(ExpectedExternality rules, OneDimensionalChoice choice, List<Double> discounts) {
        List<Interpolant> each = new ArrayList<>();
        for (int i = 0; i < choice.agents(); i++) {
            int alike =
                    choice.isSymmetric() ? choice.types().indexOf(choice.types().get(i)) : i;
            each.add(alike < i ? each.get(alike) : externality(rules, choice, i));
        }
        return new ExternalityPayments(List.copyOf(each), discounts);
    }

    /** The payments of the expected externalities of {@code choice}, less what {@code rules} leave to each agent. */
    static ExternalityPayments of(BalancedMechanism rules, OneDimensionalChoice choice) {
        List<Double> discounts =
                IntStream.range(0, choice.agents()).mapToObj(rules::discount).toList();
        return of(new ExpectedExternality(choice), choice, discounts);
    }

    private static Interpolant externality(ExpectedExternality rules, OneDimensionalChoice choice, int agent) {
        ValueDistribution own = choice.types().get(agent);
        double[] pieces = Kinks.between(own.lower(), own.upper(), choice.kinks(agent));
        boolean isEverywhereFinite =
                choice.types().stream().allMatch(type -> type.singularities().isEmpty());
        return Interpolant.exactAtSingularities(
                isEverywhereFinite ? z -> rules.externality(agent, z) : alongTheEnvelope(choice, agent, pieces),
                ACCURACY,
                pieces);
    }

    /** e_i from W_i(z) = W_i(a) + ∫_a^z q_i, which next to infinite densities takes far fewer integrals than W_i at every z. */
    private static DoubleUnaryOperator alongTheEnvelope(OneDimensionalChoice choice, int agent, double[] pieces) {
        double lowest = choice.interimWelfare(agent, pieces[0]);
        RunningIntegral gained =
                RunningIntegral.of(Interpolant.of(z -> choice.interimWeight(agent, z), ACCURACY, pieces));
        return z -> lowest
                + gained.applyAsDouble(z)
                - choice.interimValue(agent, z)
                + choice.interimCost(agent, z) / choice.agents();
    }

    /** Whether two agents with the same distribution pay alike: their discounts are equal. */
    boolean treatAlike(int one, int other) {
        return discounts.get(one).equals(discounts.get(other));
    }

    /** What each agent pays; who reports NaN takes no part, and the first who does keeps what is left of the discounts. */
    double[] payments(double[] reports) {
        double[] own = new double[reports.length];
        double sum = 0;
        double left = 0;
        int first = -1;
        int present = 0;
        for (int i = 0; i < reports.length; i++) {
            if (Double.isNaN(reports[i])) {
                continue;
            }
            own[i] = externalities.get(i).applyAsDouble(reports[i]);
            sum += own[i];
            first = present == 0 ? i : first;
            left -= present == 0 ? 0 : discounts.get(i);
            present++;
        }
        double[] payments = new double[reports.length];
        for (int i = 0; i < reports.length && present > 1; i++) {
            double discount = i == first ? left : discounts.get(i);
            payments[i] = Double.isNaN(reports[i]) ? 0 : (sum - own[i]) / (present - 1) - own[i] - discount;
        }
        return payments;
    }
}
