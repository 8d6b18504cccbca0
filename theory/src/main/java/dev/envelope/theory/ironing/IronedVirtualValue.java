package dev.envelope.theory.ironing;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * The ironed virtual value ψ̄ of a distribution (Myerson 1981): the slope, as a function of the type, of the greatest convex
 * function below H(q) = ∫_0^q ψ(F^{-1}(s)) ds = a − (1 − q)·F^{-1}(q), q = F(x).
 *
 * <p>The second form needs no density, so that gaps in the support do no harm. Where ψ̄ differs from ψ it is constant: a
 * {@link Flat}. Flats narrower than the distance between kinks divided by {@value ConvexMinorant#PIECES} may be missed; the value of one that is
 * found is good to about 1e-15 of the range, its ends to about 1e-13
 * of it where F is smooth. Checked by {@code IronedVirtualValueTest}.
 *
 * @param type the distribution that is ironed
 * @param flats where ψ̄ is constant, in increasing order; none for a regular distribution
 */
public record IronedVirtualValue(ValueDistribution type, List<Flat> flats) {

    /** Copies the list. */
    public IronedVirtualValue {
        flats = List.copyOf(flats);
    }

    /** The ironed virtual value of {@code type}. */
    public static IronedVirtualValue of(ValueDistribution type) {
        return new IronedVirtualValue(type, type.isRegular() ? List.of() : new ConvexMinorant(type).flats());
    }

    /** ψ̄(x) for x in the support; does not decrease. At a kink it is that of the types next above, as is the density. */
    public double at(double x) {
        return at(type, flats, type::virtualValue, x);
    }

    /** What {@code function} of the types of a distribution is at {@code x} once it is constant on {@code flats}. */
    static double at(ValueDistribution type, List<Flat> flats, DoubleUnaryOperator function, double x) {
        for (Flat flat : flats) {
            if (flat.contains(x)) {
                boolean isLeft = x == flat.hi() && type.kinks().contains(x);
                return isLeft ? Math.max(flat.value(), function.applyAsDouble(x)) : flat.value();
            }
        }
        return function.applyAsDouble(x);
    }

    /** inf{z in the support: ψ̄(z) ≥ v}, +∞ where there is none: an optimal price of a seller whose value is v. */
    public double inverse(double v) {
        if (flats.isEmpty()) {
            return type.inverseVirtualValue(v);
        }
        return v > at(type.upper())
                ? Double.POSITIVE_INFINITY
                : Bisection.reaching(type.lower(), type.upper(), this::at, v);
    }

    /** The flat on which ψ̄ is exactly {@code v}, if there is one. */
    public Optional<Flat> flatOf(double v) {
        return flats.stream().filter(flat -> flat.value() == v).findFirst();
    }

    /** The types at which ψ̄ may not be smooth: the ends of the support, the kinks of F and the ends of flats. */
    public List<Double> corners() {
        Stream<Double> ends = Stream.of(type.lower(), type.upper());
        Stream<Double> flat = flats.stream().flatMap(f -> Stream.of(f.lo(), f.hi()));
        return Stream.of(ends, type.kinks().stream(), flat)
                .flatMap(x -> x)
                .sorted()
                .distinct()
                .toList();
    }

    /**
     * An interval of types that an optimal mechanism treats alike.
     *
     * @param lo its lower end, a type
     * @param hi its upper end, a type above {@code lo}
     * @param value ψ̄ on it, in the unit of the types
     */
    public record Flat(double lo, double hi, double value) {

        /** Whether {@code x} is one of these types. */
        public boolean contains(double x) {
            return x >= lo && x <= hi;
        }
    }
}
