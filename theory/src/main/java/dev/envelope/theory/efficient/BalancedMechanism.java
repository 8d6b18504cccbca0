package dev.envelope.theory.efficient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The efficient mechanism that is balanced in every state and individually rational (Krishna &amp; Perry 2000, Theorem
 * 2): the expected-externality payments less d_i, d_i = c_i^A − c_i^V for i &gt; 1 and d_1 = −Σ_{i&gt;1} d_i. (The sign
 * printed there, plus, is a misprint.)
 *
 * <p>c_i^A and c_i^V are the charges of the expected-externality mechanism and of VCG with the optimal basis. All but
 * the first agent are left with what VCG gives them; the first keeps the surplus. Checked by
 * {@code EfficientMechanismTest}.
 */
public final class BalancedMechanism implements EfficientMechanism {

    /** How far below 0 an expected surplus is taken for rounding, in units of the expected welfare. */
    private static final double ROUNDING = 1e-12;

    private final ExpectedExternality expected;
    private final List<Double> discounts;

    private BalancedMechanism(ExpectedExternality expected, List<Double> discounts) {
        this.expected = expected;
        this.discounts = List.copyOf(discounts);
    }

    /**
     * The mechanism in which staying away is worth {@code options}, one per agent.
     *
     * @throws DeficitException when VCG with the optimal basis runs an expected deficit, so that there is no such
     *     mechanism
     */
    public static BalancedMechanism of(EfficientChoice choice, List<OutsideOption> options) {
        List<Double> most = VcgMechanism.withOptimalBasis(choice, options).charges();
        double surplus =
                most.stream().mapToDouble(Double::doubleValue).sum() - (choice.agents() - 1) * choice.expectedWelfare();
        if (surplus < -ROUNDING * Math.abs(choice.expectedWelfare())) {
            throw new DeficitException(-surplus);
        }
        ExpectedExternality expected = new ExpectedExternality(choice);
        List<Double> charges = expected.charges();
        List<Double> discounts = new ArrayList<>(List.of(0.0));
        double sum = 0;
        for (int i = 1; i < choice.agents(); i++) {
            double discount = charges.get(i) - most.get(i);
            discounts.add(discount);
            sum += discount;
        }
        discounts.set(0, -sum);
        return new BalancedMechanism(expected, discounts);
    }

    /** The same where staying away is worth {@code option} to every agent. */
    public static BalancedMechanism of(EfficientChoice choice, OutsideOption option) {
        return of(choice, Collections.nCopies(choice.agents(), option));
    }

    @Override
    public EfficientChoice choice() {
        return expected.choice();
    }

    /** d_i, by which agent {@code agent} pays less than in the expected-externality mechanism; they sum to 0. */
    public double discount(int agent) {
        return discounts.get(agent);
    }

    @Override
    public double charge(int agent) {
        return expected.charge(agent) - discount(agent);
    }

    @Override
    public List<Double> charges() {
        List<Double> charges = new ArrayList<>(expected.charges());
        for (int i = 0; i < charges.size(); i++) {
            charges.set(i, charges.get(i) - discount(i));
        }
        return charges;
    }

    @Override
    public double payment(int agent, double[] types) {
        return expected.payment(agent, types) - discount(agent);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "balanced";
    }
}
