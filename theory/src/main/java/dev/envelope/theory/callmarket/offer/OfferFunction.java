package dev.envelope.theory.callmarket.offer;

import java.util.List;

/** What the traders of one side offer: an offer that never falls as the type rises, and its inverse. */
public interface OfferFunction {

    /** The bid of a buyer, or the ask of a seller, of type {@code type}. */
    double offer(double type);

    /** The highest type that offers at most {@code offer}; any number below the support where none does. */
    double typeOf(double offer);

    /** The lowest type that offers at least {@code offer}; any number above the support where none does. */
    default double lowestTypeOf(double offer) {
        return typeOf(offer);
    }

    /** Offers at which the inverse is not smooth, beside those of types whose distribution is not: where offers leap. */
    default List<Double> bends() {
        return List.of();
    }

    /** Everybody offers the own type. */
    static OfferFunction truthful() {
        return new OfferFunction() {
            @Override
            public double offer(double type) {
                return type;
            }

            @Override
            public double typeOf(double offer) {
                return offer;
            }
        };
    }

    /** The same function of the other side of the mirrored market, in which types and offers have the other sign. */
    default OfferFunction mirrored() {
        OfferFunction original = this;
        return new OfferFunction() {
            @Override
            public double offer(double type) {
                return -original.offer(-type);
            }

            @Override
            public double typeOf(double offer) {
                return -original.lowestTypeOf(-offer);
            }

            @Override
            public double lowestTypeOf(double offer) {
                return -original.typeOf(-offer);
            }

            @Override
            public List<Double> bends() {
                return original.bends().stream().map(bend -> -bend).toList();
            }
        };
    }
}
