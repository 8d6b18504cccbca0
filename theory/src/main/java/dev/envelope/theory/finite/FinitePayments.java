package dev.envelope.theory.finite;

import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.DeficitException;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Payments of an efficient choice that cover its cost at every profile: M_i(x) = h_i(x_i) − Σ_{j≠i} h_j(x_j)/(n−1) + C(x)/n + a_i, with
 * constants a_i that add up to 0.
 *
 * <p>With h_i = −e_i, less the expected externality, and no constants these are expected-externality payments (d'Aspremont &amp;
 * Gérard-Varet 1979). Checked by {@code FinitePaymentsTest} against linear programmes.
 */
public final class FinitePayments {

    /** How far below 0 an expected surplus is taken for rounding, in units of the expected welfare. */
    private static final double ROUNDING = 1e-12;

    private final FiniteTypesChoice choice;
    private final double[][] own;
    private final double[] constants;
    private final boolean isVoluntary;

    private FinitePayments(FiniteTypesChoice choice, double[][] own, double[] constants, boolean isVoluntary) {
        this.choice = choice;
        this.own = own;
        this.constants = constants;
        this.isVoluntary = isVoluntary;
    }

    /** Expected-externality payments of at least 2 agents. */
    public static FinitePayments expectedExternality(FiniteTypesChoice choice) {
        return externalities(choice, new double[choice.agents()], false);
    }

    /** The same as {@link #balanced(FiniteTypesChoice, List)} where whoever stays away has nothing. */
    public static FinitePayments balanced(FiniteTypesChoice choice) {
        return balanced(choice, nothing(choice));
    }

    private static List<OutsideOption> nothing(FiniteTypesChoice choice) {
        return Collections.nCopies(choice.agents(), OutsideOption.nothing());
    }

    /**
     * Payments that no type expects to lose by: those of {@link BalancedMechanism} where it exists. Where it does not, because the types
     * between those that there are would have to be left too much, every type is left only as much as it could get by the report next to its
     * own, and the first agent has what that raises beyond the cost.
     *
     * @param options what each agent has that stays away
     * @throws DeficitException where that does not cover the cost either, so that no efficient mechanism in which truth is an equilibrium and nobody
     *     expects to lose is balanced
     */
    public static FinitePayments balanced(FiniteTypesChoice choice, List<OutsideOption> options) {
        VcgMechanism most = VcgMechanism.withOptimalBasis(choice, options);
        if (most.expectedSurplus() >= -ROUNDING * Math.abs(choice.expectedWelfare())) {
            BalancedMechanism rules = BalancedMechanism.of(choice, options);
            return externalities(
                    choice,
                    IntStream.range(0, choice.agents())
                            .mapToDouble(i -> -rules.discount(i))
                            .toArray(),
                    true);
        }
        return mostRaising(choice, options);
    }

    private static FinitePayments externalities(FiniteTypesChoice choice, double[] constants, boolean isVoluntary) {
        ExpectedExternality rules = new ExpectedExternality(choice);
        double[][] own = new double[choice.agents()][];
        for (int i = 0; i < own.length; i++) {
            int agent = i;
            int first = choice.firstLike(i);
            own[i] = first < i
                    ? own[first]
                    : choice.typesOf(i).stream()
                            .mapToDouble(type -> -rules.externality(agent, type))
                            .toArray();
        }
        return new FinitePayments(choice, own, constants, isVoluntary);
    }

    private static FinitePayments mostRaising(FiniteTypesChoice choice, List<OutsideOption> options) {
        int n = choice.agents();
        double[][] own = mostPaid(choice, options);
        double[] means = means(choice, own);
        double surplus = Arrays.stream(means).sum();
        if (surplus < -ROUNDING * Math.abs(choice.expectedWelfare())) {
            throw new DeficitException(-surplus);
        }
        double[] constants = new double[n];
        for (int i = 0; i < n; i++) {
            constants[i] = (surplus - means[i]) / (n - 1) - (i == 0 ? surplus : 0);
        }
        return new FinitePayments(choice, own, constants, true);
    }

    /**
     * The most that agents who expect to lose nothing and to gain nothing by a misreport can be expected to pay, less what the choice costs: there are
     * balanced payments iff it is at least 0.
     */
    public static double largestSurplus(FiniteTypesChoice choice) {
        return largestSurplus(choice, nothing(choice));
    }

    /** The same where each has one of {@code options} that stays away. */
    public static double largestSurplus(FiniteTypesChoice choice, List<OutsideOption> options) {
        return Arrays.stream(means(choice, mostPaid(choice, options))).sum();
    }

    private static double[][] mostPaid(FiniteTypesChoice choice, List<OutsideOption> options) {
        double[][] paid = new double[choice.agents()][];
        for (int i = 0; i < paid.length; i++) {
            int first = choice.firstLike(i);
            paid[i] = first < i && options.get(first).equals(options.get(i))
                    ? paid[first]
                    : mostPaid(choice, i, options.get(i));
        }
        return paid;
    }

    private static double[] means(FiniteTypesChoice choice, double[][] own) {
        double[] means = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            for (int k = 0; k < own[i].length; k++) {
                means[i] += choice.chancesOf(i).get(k) * own[i][k];
            }
        }
        return means;
    }

    /**
     * The most that each type of {@code agent} can be expected to pay, less an equal share of what it expects the choice to cost: every type is
     * left the least that is no less than what it has outside and than what it could get as one of its neighbours. All at once are left as
     * little as that, for the more one of them is left, the more are the others.
     */
    private static double[] mostPaid(FiniteTypesChoice choice, int agent, OutsideOption option) {
        List<Double> types = choice.typesOf(agent);
        int last = types.size() - 1;
        double[] weights = new double[last + 1];
        double[] left = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            weights[k] = choice.interimWeight(agent, types.get(k));
            double asBelow = k == 0
                    ? Double.NEGATIVE_INFINITY
                    : left[k - 1] + (types.get(k) - types.get(k - 1)) * weights[k - 1];
            left[k] = Math.max(option.at(types.get(k)), asBelow);
        }
        for (int k = last - 1; k >= 0; k--) {
            left[k] = Math.max(left[k], left[k + 1] - (types.get(k + 1) - types.get(k)) * weights[k + 1]);
        }
        double[] paid = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            double type = types.get(k);
            paid[k] = choice.interimValue(agent, type) - left[k] - choice.interimCost(agent, type) / choice.agents();
        }
        return paid;
    }

    /** Whether two agents with the same types pay alike. */
    boolean treatAlike(int one, int other) {
        return constants[one] == constants[other];
    }

    /** Whether no type expects to lose by taking part, so that taking part need not be part of the rules. */
    boolean areVoluntary() {
        return isVoluntary;
    }

    /**
     * M(x) of reported types that there are. Of who reports NaN, which takes no part, the shares and constants go to those that do, the
     * first of whom has what is left of the constants; who takes part alone pays the cost.
     *
     * @throws IllegalArgumentException where there is no such type
     */
    public double[] payments(double[] reports) {
        double[] payments = new double[reports.length];
        double sum = 0;
        double left = 0;
        int first = -1;
        int present = 0;
        for (int i = 0; i < reports.length; i++) {
            if (!Double.isNaN(reports[i])) {
                payments[i] = own[i][Reports.place(choice.types(), i, reports[i])];
                sum += payments[i];
                left -= present == 0 ? 0 : constants[i];
                first = present == 0 ? i : first;
                present++;
            }
        }
        double cost = present == 0 ? 0 : choice.cost(reports) / present;
        for (int i = 0; i < reports.length; i++) {
            if (Double.isNaN(reports[i])) {
                continue;
            }
            double constant = i == first && present < reports.length ? left : constants[i];
            payments[i] = cost + (present == 1 ? 0 : payments[i] + constant - (sum - payments[i]) / (present - 1));
        }
        return payments;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FinitePayments that
                && choice.equals(that.choice)
                && Arrays.deepEquals(own, that.own)
                && Arrays.equals(constants, that.constants);
    }

    @Override
    public int hashCode() {
        return 31 * choice.hashCode() + Arrays.hashCode(constants);
    }
}
