package dev.envelope.theory.units.unlike;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * From which value on it does not pay to bid less than c, the highest value of rivals who bid their values.
 *
 * <p>A bid of c − d wins with a chance of G, that nobody of them has a value above it, instead of for certain. With a value of v that earns (v − c + d)·G^p, which is at
 * most v − c where v is at least c + d·G^p/(1 − G^p), with p = 1 for risk-neutral bidders and p = 1/α for those of utility z^α. Next to c the last fraction comes to
 * 1/(p·g), with g the density of the rivals' highest value there.
 */
final class Undercutting {

    /** How many even parts each smooth piece is searched in, and how often the parts at its ends are halved. */
    private static final int PARTS = 256;

    private static final int HALVINGS = 20;
    private static final int NARROWINGS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final List<ValueDistribution> rivals;
    private final double floor;
    private final double price;
    private final double power;

    /**
     * Undercutting c.
     *
     * @param rivals the distributions of the rivals' values, at least one
     * @param floor the lowest bid that may win, below {@code price}
     * @param price c
     * @param power p, at least 1
     */
    Undercutting(List<ValueDistribution> rivals, double floor, double price, double power) {
        this.rivals = rivals;
        this.floor = floor;
        this.price = price;
        this.power = power;
    }

    /** The least value at which it does not pay; +∞ where it does at any, as where g is 0. */
    double enough() {
        double density = rivals.stream()
                .filter(type -> type.upper() == price)
                .mapToDouble(type -> type.density(price))
                .sum();
        double most = 1 / (power * density);
        List<Double> kinks = rivals.stream()
                .flatMap(type -> Stream.concat(Stream.of(type.lower(), type.upper()), type.kinks().stream()))
                .toList();
        double[] ends = Kinks.between(floor, price, kinks);
        for (int k = 1; k < ends.length; k++) {
            most = Math.max(most, most(ends[k - 1], ends[k]));
        }
        return price + most;
    }

    /** The largest {@link #needed} between two bids. */
    private double most(double from, double to) {
        double[] bids = bids(from, to);
        double[] needed = IntStream.range(0, bids.length)
                .mapToDouble(k -> needed(bids[k]))
                .toArray();
        double most = 0;
        for (int k = 0; k < bids.length; k++) {
            most = Math.max(most, needed[k]);
            if (k > 0 && k < bids.length - 1 && needed[k] >= Math.max(needed[k - 1], needed[k + 1])) {
                most = Math.max(most, peak(this::needed, bids[k - 1], bids[k + 1]));
            }
        }
        return most;
    }

    private static double[] bids(double from, double to) {
        TreeSet<Double> bids = new TreeSet<>(List.of(from));
        for (int k = 1; k < PARTS; k++) {
            bids.add(from + (to - from) * k / PARTS);
        }
        for (int k = 1; k <= HALVINGS; k++) {
            bids.add(from + Math.scalb(to - from, -k));
            bids.add(to - Math.scalb(to - from, -k));
        }
        return bids.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** By how much a value has to be above c for c − d to earn no more. */
    private double needed(double bid) {
        double log = 0;
        for (ValueDistribution rival : rivals) {
            log += StrictMath.log1p(-rival.survival(bid));
        }
        return (price - bid) * StrictMath.exp(power * log) / Math.abs(StrictMath.expm1(power * log));
    }

    /** The largest value of a function that rises and then falls between {@code from} and {@code to}, by golden sections. */
    private static double peak(DoubleUnaryOperator f, double from, double to) {
        double low = from;
        double high = to;
        double most = 0;
        for (int k = 0; k < NARROWINGS; k++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            double atLeft = f.applyAsDouble(left);
            double atRight = f.applyAsDouble(right);
            most = Math.max(most, Math.max(atLeft, atRight));
            low = atLeft < atRight ? left : low;
            high = atLeft < atRight ? high : right;
        }
        return most;
    }
}
