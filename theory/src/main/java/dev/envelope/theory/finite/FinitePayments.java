package dev.envelope.theory.finite;

import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.DeficitException;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import java.util.Arrays;
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

    private FinitePayments(FiniteTypesChoice choice, double[][] own, double[] constants) {
        this.choice = choice;
        this.own = own;
        this.constants = constants;
    }

    /** Expected-externality payments of at least 2 agents. */
    public static FinitePayments expectedExternality(FiniteTypesChoice choice) {
        return externalities(choice, new double[choice.agents()]);
    }

    /**
     * Payments that no type expects to lose by: those of {@link BalancedMechanism} where it exists. Where it does not, because the types
     * between those that there are would have to be left too much, every type is left only as much as it could get by the report next to its
     * own, and the first agent has what that raises beyond the cost.
     *
     * @throws DeficitException where that does not cover the cost either, so that no efficient mechanism in which truth is an equilibrium and nobody
     *     expects to lose is balanced
     */
    public static FinitePayments balanced(FiniteTypesChoice choice) {
        VcgMechanism most = VcgMechanism.withOptimalBasis(choice, OutsideOption.nothing());
        if (most.expectedSurplus() >= -ROUNDING * Math.abs(choice.expectedWelfare())) {
            BalancedMechanism rules = BalancedMechanism.of(choice, OutsideOption.nothing());
            return externalities(
                    choice,
                    IntStream.range(0, choice.agents())
                            .mapToDouble(i -> -rules.discount(i))
                            .toArray());
        }
        return mostRaising(choice);
    }

    private static FinitePayments externalities(FiniteTypesChoice choice, double[] constants) {
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
        return new FinitePayments(choice, own, constants);
    }

    private static FinitePayments mostRaising(FiniteTypesChoice choice) {
        int n = choice.agents();
        double[][] own = mostPaid(choice);
        double[] means = means(choice, own);
        double surplus = Arrays.stream(means).sum();
        if (surplus < -ROUNDING * Math.abs(choice.expectedWelfare())) {
            throw new DeficitException(-surplus);
        }
        double[] constants = new double[n];
        for (int i = 0; i < n; i++) {
            constants[i] = (surplus - means[i]) / (n - 1) - (i == 0 ? surplus : 0);
        }
        return new FinitePayments(choice, own, constants);
    }

    /**
     * The most that agents who expect to lose nothing and to gain nothing by a misreport can be expected to pay, less what the choice costs: there are
     * balanced payments iff it is at least 0.
     */
    public static double largestSurplus(FiniteTypesChoice choice) {
        return Arrays.stream(means(choice, mostPaid(choice))).sum();
    }

    private static double[][] mostPaid(FiniteTypesChoice choice) {
        double[][] paid = new double[choice.agents()][];
        for (int i = 0; i < paid.length; i++) {
            int first = choice.firstLike(i);
            paid[i] = first < i ? paid[first] : mostPaid(choice, i);
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
     * The most that each type of {@code agent} can be expected to pay, less an equal share of what it expects the choice to cost: the least
     * served type is left nothing, every other what it could get as its less served neighbour.
     */
    private static double[] mostPaid(FiniteTypesChoice choice, int agent) {
        List<Double> types = choice.typesOf(agent);
        int last = types.size() - 1;
        boolean isSeller = choice.kind() == Kind.TRADE && agent == 1;
        double[] paid = new double[types.size()];
        double rent = 0;
        double before = 0;
        for (int step = 0; step <= last; step++) {
            int k = isSeller ? last - step : step;
            double type = types.get(k);
            double weight = choice.interimWeight(agent, type);
            rent += step == 0 ? 0 : (type - types.get(isSeller ? k + 1 : k - 1)) * before;
            paid[k] = weight * type - rent - choice.interimCost(agent, type) / choice.agents();
            before = weight;
        }
        return paid;
    }

    /** Whether two agents with the same types pay alike. */
    boolean treatAlike(int one, int other) {
        return constants[one] == constants[other];
    }

    /**
     * M(x) of reported types that there are.
     *
     * @throws IllegalArgumentException where there is no such type
     */
    public double[] payments(double[] reports) {
        double[] payments = new double[reports.length];
        double sum = 0;
        for (int i = 0; i < reports.length; i++) {
            payments[i] = own[i][Reports.place(choice.types(), i, reports[i])];
            sum += payments[i];
        }
        double cost = choice.cost(reports) / reports.length;
        for (int i = 0; i < reports.length; i++) {
            payments[i] += constants[i] + cost - (sum - payments[i]) / (reports.length - 1);
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
