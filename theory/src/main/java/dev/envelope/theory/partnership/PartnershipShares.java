package dev.envelope.theory.partnership;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;

/**
 * Partners with shares r_i of a firm whose whole is worth X_i to each: staying partners is worth r_i·x_i.
 *
 * <p>The firm can be dissolved efficiently, balanced and to nobody's loss iff VCG with the optimal basis has an
 * expected surplus: near equal shares yes, with an owner and a buyer no (Cramton, Gibbons &amp; Klemperer 1987; Myerson
 * &amp; Satterthwaite 1983). Two U[0,1] partners: iff no share exceeds (1 + 1/√3)/2. Checked by
 * {@code PartnershipTest}.
 *
 * @param types the distribution of what the whole is worth to each partner
 * @param shares r_i, at least 0 and adding up to 1
 */
public record PartnershipShares(List<ValueDistribution> types, List<Double> shares) {

    private static final double ROUNDING = 1e-12;

    /** Copies the lists and checks the shares. */
    public PartnershipShares {
        types = List.copyOf(types);
        shares = List.copyOf(shares);
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        boolean isWhole = Math.abs(sum - 1) <= ROUNDING && shares.stream().allMatch(share -> share >= 0);
        if (!isWhole || shares.size() != types.size() || types.size() < 2) {
            throw new IllegalArgumentException(
                    "shares: " + shares + " (expected: one per partner of at least two, at least 0, with the sum 1)");
        }
    }

    /** Partners one of whom, the first, owns {@code share} and the others the rest in equal parts. */
    public static PartnershipShares ofFirst(double share, List<ValueDistribution> types) {
        return new PartnershipShares(types, sharesOfFirst(share, types.size()));
    }

    /** Those shares of {@code partners} partners; equal ones are exactly equal. */
    public static List<Double> sharesOfFirst(double share, int partners) {
        // (1 − 1/3)/2 is not 1/3 but for rounding
        double rest = share == 1.0 / partners ? share : (1 - share) / (partners - 1);
        List<Double> shares = new ArrayList<>(List.of(share));
        while (shares.size() < partners) {
            shares.add(rest);
        }
        return shares;
    }

    /** VCG with the most reluctant types as its basis. */
    public VcgMechanism vcg() {
        return VcgMechanism.withOptimalBasis(ObjectAllocation.always(types), options());
    }

    /** What that raises on average: the firm can be dissolved iff it is at least 0. */
    public double expectedSurplus() {
        return vcg().expectedSurplus();
    }

    /** Whether the firm can be dissolved efficiently, balanced and to nobody's loss. */
    public boolean canBeDissolved() {
        return expectedSurplus() >= 0;
    }

    /** The mechanism that dissolves the firm; a {@code DeficitException} where there is none. */
    public BalancedMechanism dissolution() {
        return BalancedMechanism.of(ObjectAllocation.always(types), options());
    }

    /**
     * The largest share of the first partner, the others having equal parts of the rest, with which a firm can be
     * dissolved. The surplus is concave in the share, so that the shares with which it can be are an interval.
     *
     * @throws IllegalArgumentException where it cannot be dissolved even with equal shares, which happens among unlike
     *     partners
     */
    public static double largestFirstShare(List<ValueDistribution> types) {
        double equal = 1.0 / types.size();
        if (ofFirst(equal, types).expectedSurplus() < 0) {
            throw new IllegalArgumentException(
                    "types: " + types + " (expected: partners that can dissolve a firm of equal shares)");
        }
        return Bisection.first(equal, 1, share -> ofFirst(share, types).expectedSurplus() < 0);
    }

    private List<OutsideOption> options() {
        return shares.stream().map(OutsideOption::share).toList();
    }
}
