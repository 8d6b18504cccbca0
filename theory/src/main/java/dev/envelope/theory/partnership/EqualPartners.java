package dev.envelope.theory.partnership;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MirroredDistribution;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.symmetric.Shading;
import java.util.Collections;

/**
 * n equal partners of a firm whose whole is worth X_i to each, who bid for it: the highest bidder gets the whole and
 * pays every other partner for its share either its own bid or the highest losing one (Cramton, Gibbons &amp; Klemperer
 * 1987; Krishna, ch. 5 problems).
 *
 * <p>The symmetric equilibria are β(x) = ∫_a^x y·f·F^(n−1) dy / F(x)^n where the winner's bid is paid and
 * ∫_x^w y·f·(1−F)^(n−1) dy / (1−F(x))^n where the highest losing one is: for U[0,1] and two partners x/3 and 1/6 + x/3.
 * Both are efficient and balanced, so that each type expects the same from either. Checked by {@code PartnershipTest}.
 */
public final class EqualPartners {

    private final ValueDistribution type;
    private final int partners;
    private final Shading below;
    private final Shading above;

    /**
     * The partners.
     *
     * @param type F, the distribution of what the whole is worth to a partner
     * @param partners n, at least 2
     */
    public EqualPartners(ValueDistribution type, int partners) {
        if (partners < 2) {
            throw new IllegalArgumentException("partners: " + partners + " (expected: at least 2)");
        }
        this.type = type;
        this.partners = partners;
        this.below = shading(type, partners);
        this.above = shading(new MirroredDistribution(type), partners);
    }

    private static Shading shading(ValueDistribution type, int partners) {
        // An error of a bid that does no harm.
        double rounding = 1e-15 * Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        return new Shading(type, partners, 0, rounding, Kinks.between(type.lower(), type.upper(), type.kinks()));
    }

    /** F, the distribution of what the whole is worth to a partner. */
    public ValueDistribution type() {
        return type;
    }

    /** n. */
    public int partners() {
        return partners;
    }

    /** What a partner of type {@code x} bids where the winner pays its own bid to each of the others. */
    public double bidWhereWinnersBidIsPaid(double x) {
        return (x - below.applyAsDouble(x)) / partners;
    }

    /** What a partner of type {@code x} bids where the winner pays the highest losing bid to each of the others. */
    public double bidWhereLosersBidIsPaid(double x) {
        return (x + above.applyAsDouble(-x)) / partners;
    }

    /** What a partner of type {@code x} expects from either, its share not deducted. */
    public double interimUtility(double x) {
        return dissolution().interimUtility(0, x);
    }

    /** How much more than its share, x/n, a partner of type {@code x} expects. */
    public double interimNetGain(double x) {
        return interimUtility(x) - x / partners;
    }

    /** A direct mechanism from which each type expects the same. */
    public EfficientMechanism dissolution() {
        return new ExpectedExternality(ObjectAllocation.always(Collections.nCopies(partners, type)));
    }
}
