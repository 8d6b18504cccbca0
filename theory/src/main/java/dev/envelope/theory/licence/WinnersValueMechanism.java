package dev.envelope.theory.licence;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.VcgMechanism;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A licence that always goes to the firm of the highest value, whose losers lose α times that value, with payments that make
 * truth an equilibrium although values are interdependent: 1 + α times those of an efficient mechanism without the loss.
 *
 * <p>Who wins against a highest other value of y gains x and avoids αy, so that the least type that should win pays (1+α)y: the
 * generalised VCG mechanism, in which truth is an ex post equilibrium (Dasgupta &amp; Maskin 2000; Krishna, ch. 10.2). In any
 * mechanism m_i' = (1+α)·y·g_i, so U_i(z) = x·G_i − α·E[Y; Y &gt; z] − m_i is W_i(z) − (1+α)·c_i, with W_i and c_i those
 * without the loss. The pivotal and the expected-externality formulas themselves, applied to such values, would make the
 * payment depend on the own report beyond whether one wins. Checked by {@code WinnersValueMechanismTest}.
 *
 * @param plain the payments where losers lose nothing; its choice is an object that always goes to somebody
 * @param alpha α, from 0 to 1/(n−1): above, the licence should go to the lowest value
 */
public record WinnersValueMechanism(EfficientMechanism plain, double alpha) implements EfficientMechanism {

    /** Checks the share. */
    public WinnersValueMechanism {
        int others = plain.choice().agents() - 1;
        if (!(alpha >= 0 && alpha * others <= 1)) {
            throw new IllegalArgumentException("alpha: " + alpha + " (expected: from 0 to 1/" + others
                    + ", above which the licence would do least harm with the lowest value)");
        }
    }

    /** Generalised VCG: the winner pays (1+α) times the highest other value, at least its own lowest one. */
    public static WinnersValueMechanism vcg(List<ValueDistribution> types, double alpha) {
        return new WinnersValueMechanism(VcgMechanism.plain(ObjectAllocation.always(types)), alpha);
    }

    /** Balanced in every state: M_i(x) = Σ_{j≠i} e_j(x_j)/(n−1) − e_i(x_i) with e_i(z) = (1+α)·E[Y_i; Y_i &gt; z]. */
    public static WinnersValueMechanism expectedExternality(List<ValueDistribution> types, double alpha) {
        return new WinnersValueMechanism(new ExpectedExternality(ObjectAllocation.always(types)), alpha);
    }

    /** Who gets the licence; what the losers lose is no part of it. */
    @Override
    public ObjectAllocation choice() {
        return (ObjectAllocation) plain.choice();
    }

    @Override
    public double charge(int agent) {
        return (1 + alpha) * plain.charge(agent);
    }

    @Override
    public List<Double> charges() {
        return plain.charges().stream().map(charge -> (1 + alpha) * charge).toList();
    }

    @Override
    public double payment(int agent, double[] types) {
        return (1 + alpha) * plain.payment(agent, types);
    }

    @Override
    public double[] payments(double[] types) {
        double[] payments = plain.payments(types);
        return IntStream.range(0, payments.length)
                .mapToDouble(i -> (1 + alpha) * payments[i])
                .toArray();
    }

    @Override
    public double interimPayment(int agent, double type) {
        return (1 + alpha) * plain.interimPayment(agent, type);
    }

    @Override
    public double expectedPayment(int agent) {
        return (1 + alpha) * plain.expectedPayment(agent);
    }

    @Override
    public double expectedSurplus() {
        return (1 + alpha) * plain.expectedSurplus();
    }

    /** (1 − (n−1)·α)·E[max X]. */
    @Override
    public double expectedWelfare() {
        return (1 - (choice().agents() - 1) * alpha) * choice().expectedWelfare();
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return plain.toString();
    }
}
