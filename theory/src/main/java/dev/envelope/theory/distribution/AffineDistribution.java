package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.List;

/**
 * The distribution of scale · X + shift: the same values in another unit of money, such as ticks for points.
 *
 * @param base the distribution of X
 * @param scale positive
 * @param shift added after scaling
 */
public record AffineDistribution(ValueDistribution base, double scale, double shift) implements ValueDistribution {

    /** Checks the numbers. */
    public AffineDistribution {
        Check.affine(scale, shift);
    }

    /**
     * The distribution of {@code scale} · X + {@code shift}: of X's own family where the family is closed under it.
     *
     * @throws IllegalArgumentException unless {@code scale} is positive and both numbers are finite
     */
    public static ValueDistribution of(ValueDistribution base, double scale, double shift) {
        return base.affine(scale, shift);
    }

    @Override
    public double lower() {
        return scale * base.lower() + shift;
    }

    @Override
    public double upper() {
        return scale * base.upper() + shift;
    }

    @Override
    public double cdf(double x) {
        return x <= lower() ? 0 : x >= upper() ? 1 : base.cdf(toBase(x));
    }

    @Override
    public double survival(double x) {
        return x <= lower() ? 1 : x >= upper() ? 0 : base.survival(toBase(x));
    }

    @Override
    public double density(double x) {
        return x < lower() || x > upper() ? 0 : base.density(toBase(x)) / scale;
    }

    @Override
    public double quantile(double p) {
        return fromBase(base.quantile(p));
    }

    @Override
    public double mean() {
        return fromBase(base.mean());
    }

    @Override
    public double virtualValue(double x) {
        return fromBase(base.virtualValue(toBase(x)));
    }

    @Override
    public double hazardRate(double x) {
        return base.hazardRate(toBase(x)) / scale;
    }

    @Override
    public double inverseVirtualValue(double v) {
        return fromBase(base.inverseVirtualValue((v - shift) / scale));
    }

    @Override
    public double virtualCost(double x) {
        return fromBase(base.virtualCost(toBase(x)));
    }

    @Override
    public double leastDensity(double from, double to) {
        return base.leastDensity(toBase(from), toBase(to)) / scale;
    }

    @Override
    public double mostDensity(double from, double to) {
        return base.mostDensity(toBase(from), toBase(to)) / scale;
    }

    @Override
    public boolean isRegular() {
        return base.isRegular();
    }

    @Override
    public List<Double> kinks() {
        return base.kinks().stream().map(this::fromBase).toList();
    }

    @Override
    public List<Double> singularities() {
        return base.singularities().stream().map(this::fromBase).toList();
    }

    @Override
    public ValueDistribution affine(double by, double more) {
        Check.affine(by, more);
        return new AffineDistribution(base, by * scale, by * shift + more);
    }

    private double toBase(double x) {
        return Math.min(base.upper(), Math.max(base.lower(), (x - shift) / scale));
    }

    private double fromBase(double x) {
        return scale * x + shift;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "affine: " + PlainNumber.of(scale) + " times " + base + ", plus " + PlainNumber.of(shift);
    }
}
