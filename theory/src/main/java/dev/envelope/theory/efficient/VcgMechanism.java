package dev.envelope.theory.efficient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The Vickrey-Clarke-Groves mechanism with basis s: μ_i(t) = SW(s_i, t_-i) − SW_-i(t) − IR_i(s_i) (Krishna &amp; Perry
 * 2000, eq. 3). Truth is weakly dominant whatever the basis.
 *
 * <p>With the most reluctant types as its basis it raises the most of every agent among all efficient, incentive
 * compatible and individually rational mechanisms (KP, Theorem 1; types in a convex set). Checked by
 * {@code EfficientMechanismTest}.
 *
 * @param choice what is chosen
 * @param basis s_i, one type per agent; it need not be in the support
 * @param options IR_i, one per agent
 */
public record VcgMechanism(EfficientChoice choice, List<Double> basis, List<OutsideOption> options)
        implements EfficientMechanism {

    /** Copies the lists and checks their sizes. */
    public VcgMechanism {
        basis = List.copyOf(basis);
        options = List.copyOf(options);
        Require.onePerAgent("basis", basis, choice.agents());
        Require.onePerAgent("options", options, choice.agents());
    }

    /** The plain mechanism: its basis is the lowest types, a seller's highest cost; staying away is worth 0. */
    public static VcgMechanism plain(OneDimensionalChoice choice) {
        List<Double> basis = new ArrayList<>();
        for (int i = 0; i < choice.agents(); i++) {
            basis.add(choice.lowestType(i));
        }
        return new VcgMechanism(choice, basis, Collections.nCopies(choice.agents(), OutsideOption.nothing()));
    }

    /** The mechanism whose basis are the most reluctant types, s_i ∈ argmin W_i − IR_i. */
    public static VcgMechanism withOptimalBasis(EfficientChoice choice, List<OutsideOption> options) {
        Require.onePerAgent("options", options, choice.agents());
        List<Double> basis = Alike.each(
                choice, options, i -> choice.reluctance(i, options.get(i)).type());
        return new VcgMechanism(choice, basis, options);
    }

    /** The same for agents to whom staying away is worth the same {@code option}. */
    public static VcgMechanism withOptimalBasis(EfficientChoice choice, OutsideOption option) {
        return withOptimalBasis(choice, Collections.nCopies(choice.agents(), option));
    }

    @Override
    public double charge(int agent) {
        return choice.interimWelfare(agent, basis.get(agent)) - outside(agent);
    }

    @Override
    public List<Double> charges() {
        List<List<Object>> marks = IntStream.range(0, choice.agents())
                .mapToObj(i -> List.<Object>of(basis.get(i), options.get(i)))
                .toList();
        return Alike.each(choice, marks, this::charge);
    }

    @Override
    public double payment(int agent, double[] types) {
        double[] atBasis = types.clone();
        atBasis[agent] = basis.get(agent);
        return choice.welfare(atBasis) - choice.welfareOfOthers(agent, types) - outside(agent);
    }

    private double outside(int agent) {
        return options.get(agent).at(basis.get(agent));
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "vcg";
    }
}
