package dev.envelope.theory.licence;

import dev.envelope.theory.distribution.AffineDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.PlainNumber;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A licence that is always issued, to one of n firms; each of the others loses something (Krishna, ch. 5 problems).
 *
 * @param types the distribution of each firm's value, at least 2
 * @param loss what the loss is measured by
 * @param alpha α, above −1
 */
public record Licence(List<ValueDistribution> types, Loss loss, double alpha) {

    /** The largest α looked at. */
    private static final double MOST = 1e6;

    /** Copies the list and checks the numbers. */
    public Licence {
        types = List.copyOf(types);
        if (types.size() < 2) {
            throw new IllegalArgumentException("firms: " + types.size() + " (expected: at least 2)");
        }
        if (!(alpha > -1) || Double.isInfinite(alpha)) {
            throw new IllegalArgumentException("alpha: " + alpha + " (expected: a number above -1)");
        }
    }

    /** n. */
    public int firms() {
        return types.size();
    }

    /** The auctions among these firms where all have the same distribution; empty where some differ. */
    public Optional<LicenceAuction> amongAlike() {
        return types.stream().allMatch(types.get(0)::equals)
                ? Optional.of(new LicenceAuction(types.get(0), types.size(), loss, alpha))
                : Optional.empty();
    }

    /**
     * What it is worth to a firm of value {@code x} to win rather than to lose: (1 + α)x, or x + α where the loss is a constant.
     * With the winner's value that is what winning is worth against an equal.
     */
    public double stake(double x) {
        return loss == Loss.CONSTANT ? x + alpha : (1 + alpha) * x;
    }

    /** The distribution of each firm's {@linkplain #stake stake}. */
    public List<ValueDistribution> stakes() {
        return types.stream()
                .map(type -> loss == Loss.CONSTANT
                        ? AffineDistribution.of(type, 1, alpha)
                        : AffineDistribution.of(type, 1 + alpha, 0))
                .toList();
    }

    /**
     * The firms' choice with private values.
     *
     * @throws IllegalArgumentException where the loss is measured by the winner's value
     */
    public ObjectAllocation choice() {
        return switch (loss) {
            case OWN_VALUE -> ObjectAllocation.licenceWithOwnLoss(types, alpha);
            case CONSTANT -> ObjectAllocation.licenceWithConstantLoss(types, alpha);
            case WINNERS_VALUE ->
                throw new IllegalArgumentException("loss: " + loss
                        + " (expected: one by a firm's own value or a constant; with the winner's value the"
                        + " values are interdependent, and VCG and expected-externality payments do not make truth an"
                        + " equilibrium)");
        };
    }

    /** The most that all can have together at {@code values}. */
    double best(double[] values) {
        if (loss != Loss.WINNERS_VALUE) {
            return choice().welfare(values);
        }
        double share = 1 - (firms() - 1) * alpha;
        return share
                * (share >= 0
                                ? Arrays.stream(values).max()
                                : Arrays.stream(values).min())
                        .orElseThrow();
    }

    /** E of the most that all can have together. */
    public double expectedBest() {
        if (loss != Loss.WINNERS_VALUE) {
            return choice().expectedWelfare();
        }
        double share = 1 - (firms() - 1) * alpha;
        return share * (share >= 0 ? highest() : lowest());
    }

    /** E[max X]. */
    double highest() {
        return ObjectAllocation.always(types).expectedWelfare();
    }

    /** E[min X] = a + ∫_a (1 − F_1)···(1 − F_n), a the least value of all. */
    private double lowest() {
        double from = types.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
        double to = types.stream().mapToDouble(ValueDistribution::upper).min().orElseThrow();
        List<Double> kinks = new ArrayList<>();
        for (ValueDistribution type : types) {
            kinks.addAll(type.kinks());
            kinks.add(type.lower());
        }
        return from
                + Quadrature.integrate(
                        x -> types.stream()
                                .mapToDouble(type -> type.survival(x))
                                .reduce(1, (one, other) -> one * other),
                        Kinks.between(from, to, kinks));
    }

    /** What {@code firm} has that stays away while the rival of the highest value gets the licence. */
    public OutsideOption rivalLicensed(int firm) {
        return switch (loss) {
            case OWN_VALUE -> OutsideOption.share(-alpha);
            case CONSTANT -> OutsideOption.constant(-alpha);
            case WINNERS_VALUE -> OutsideOption.constant(-alpha * highestOther(firm));
        };
    }

    /** E of the highest value of all firms but {@code firm}. */
    double highestOther(int firm) {
        List<ValueDistribution> others = new ArrayList<>(types);
        others.remove(firm);
        return ObjectAllocation.always(others).expectedWelfare();
    }

    /** What {@code firm} loses on average where it never gets the licence, and the losses are no matter of who does. */
    double expectedLoss(int firm) {
        return loss == Loss.CONSTANT ? alpha : alpha * types.get(firm).mean();
    }

    /**
     * What the most reluctant firms can be made to pay on average, less what efficiency costs: an efficient, incentive
     * compatible, individually rational and balanced mechanism exists iff it is at least 0. With the winner's value
     * U_i' is still the chance to win, and U_i(a_i) the same for all types of the others.
     *
     * @param options what staying away is worth to each firm
     */
    public double expectedSurplus(List<OutsideOption> options) {
        if (loss != Loss.WINNERS_VALUE) {
            return VcgMechanism.withOptimalBasis(choice(), options).expectedSurplus();
        }
        ObjectAllocation plain = ObjectAllocation.always(types);
        double rents = IntStream.range(0, firms())
                .mapToDouble(i -> plain.expectedWelfare()
                        - plain.reluctance(i, options.get(i)).margin())
                .sum();
        return (1 - (firms() - 1) * alpha) * plain.expectedWelfare() - rents;
    }

    /**
     * The largest α at which an efficient, incentive compatible, individually rational and balanced mechanism exists
     * where the licence is always issued and staying away is worth 0. The surplus is concave in α.
     *
     * @throws IllegalArgumentException where there is none, or none below {@value #MOST}
     */
    public static double largestAlpha(List<ValueDistribution> types, Loss loss) {
        if (surplusAt(0, types, loss) < 0 || surplusAt(MOST, types, loss) >= 0) {
            throw new IllegalArgumentException("alpha: no largest one (expected: a balanced mechanism at 0 and none at "
                    + MOST + ", for firms of the values " + types + ")");
        }
        double above = 1;
        while (surplusAt(above, types, loss) >= 0) {
            above *= 2;
        }
        return Bisection.first(0, above, alpha -> surplusAt(alpha, types, loss) < 0);
    }

    private static double surplusAt(double alpha, List<ValueDistribution> types, Loss loss) {
        Licence licence = new Licence(types, loss, alpha);
        return licence.expectedSurplus(Collections.nCopies(types.size(), OutsideOption.nothing()));
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "licence_with_externality among " + firms() + " firms, "
                + amongAlike().map(alike -> alike.type().toString()).orElseGet(types::toString) + ", with alpha "
                + PlainNumber.of(alpha) + " and loss " + loss;
    }
}
