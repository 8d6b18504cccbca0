package dev.envelope.theory.units.unlike;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.PoissonBinomial;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * L units among bidders that want one each and whose values may have different distributions, sold to the L highest values from the
 * reserve on at the highest rejected one: the outcome of truth, which is weakly dominant, under that price and under Vickrey's.
 *
 * <p>H_i(x), the probability that at most L−1 of i's rivals are above x, is that the price is at most x, so that i of value x gains
 * ∫_r^x H_i (Vickrey 1961; Krishna, Proposition 5.2). All amounts are in the unit of the values. Checked by {@code UnlikeUnitDemandTest} against
 * {@link dev.envelope.theory.units.UnitDemand}, closed forms and simulation.
 */
public final class UnlikeUnitDemand {

    private static final double ACCURACY = 1e-13;

    private final List<ValueDistribution> types;
    private final int units;
    private final double reserve;
    private final List<ValueDistribution> kinds;
    private final List<Double> ends;
    private final double top;

    /**
     * The sale.
     *
     * @param types the distribution of each bidder's value, at least one
     * @param units L, at least 1
     * @param reserve r, the least price of a unit, at least 0
     */
    public UnlikeUnitDemand(List<ValueDistribution> types, int units, double reserve) {
        if (types.isEmpty()) {
            throw new IllegalArgumentException("types: none (expected: at least one bidder)");
        }
        if (units < 1) {
            throw new IllegalArgumentException("units: " + units + " (expected: at least 1)");
        }
        if (!(reserve >= 0) || Double.isInfinite(reserve)) {
            throw new IllegalArgumentException("reserve: " + reserve + " (expected: a finite number of at least 0)");
        }
        this.types = List.copyOf(types);
        this.units = units;
        this.reserve = reserve;
        this.kinds = types.stream().distinct().toList();
        this.ends = kinds.stream()
                .flatMap(type -> Stream.concat(Stream.of(type.lower(), type.upper()), type.kinks().stream()))
                .toList();
        this.top = types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
    }

    /** The probability that {@code bidder} gets a unit with a value of {@code x}. */
    public double winProbability(int bidder, double x) {
        return x >= reserve ? beaten(bidder, x) : 0;
    }

    /** What {@code bidder} expects to gain before it knows its value. */
    public double surplus(int bidder) {
        ValueDistribution own = types.get(bidder);
        return own.upper() <= reserve
                ? 0
                : Quadrature.integrate(x -> beaten(bidder, x) * own.survival(x), pieces(reserve, own.upper()));
    }

    /** E[the value of {@code bidder}; it gets a unit]. */
    public double gains(int bidder) {
        ValueDistribution own = types.get(bidder);
        return Expectation.of(own, reserve, own.upper(), ACCURACY * top, ends, x -> x * winProbability(bidder, x));
    }

    /** E[Σ values of those who get a unit]. */
    public double gains() {
        return top <= reserve ? 0 : reserve * sold(reserve) + Quadrature.integrate(this::sold, pieces(reserve, top));
    }

    /** E[Σ of the L highest values]. */
    public double firstBest() {
        return new UnlikeUnitDemand(types, units, 0).gains();
    }

    /** P(at least one unit is sold). */
    public double saleProbability() {
        double nobody = 1;
        for (ValueDistribution type : types) {
            nobody *= type.cdf(reserve);
        }
        return 1 - nobody;
    }

    /** What it comes to on average. */
    public Predictions predictions() {
        List<Double> surplus = new ArrayList<>();
        List<Double> payments = new ArrayList<>();
        double revenue = 0;
        for (int i = 0; i < types.size(); i++) {
            int first = types.indexOf(types.get(i));
            surplus.add(first < i ? surplus.get(first) : surplus(i));
            payments.add(first < i ? payments.get(first) : gains(i) - surplus.get(i));
            revenue += payments.get(i);
        }
        return new Predictions(revenue, gains(), firstBest(), saleProbability(), surplus, payments);
    }

    /** H_i(x). */
    private double beaten(int bidder, double x) {
        return PoissonBinomial.atMost(units - 1, above(x), counts(bidder));
    }

    /** E[min(L, how many values are above x)]. */
    private double sold(double x) {
        double[] pmf = PoissonBinomial.pmf(units - 1, above(x), counts(-1));
        double atMost = 0;
        double sold = 0;
        for (double exactly : pmf) {
            atMost += exactly;
            sold += 1 - atMost;
        }
        return sold;
    }

    /** The chance of a value above x of each kind. */
    private double[] above(double x) {
        return kinds.stream().mapToDouble(type -> type.survival(x)).toArray();
    }

    /** How many bidders of each kind there are but {@code without}. */
    private int[] counts(int without) {
        int[] counts = new int[kinds.size()];
        for (int i = 0; i < types.size(); i++) {
            counts[kinds.indexOf(types.get(i))] += i == without ? 0 : 1;
        }
        return counts;
    }

    private double[] pieces(double from, double to) {
        return Kinks.between(from, to, ends);
    }
}
