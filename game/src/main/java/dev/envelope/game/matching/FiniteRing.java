package dev.envelope.game.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * The ring of q elements that is the product of the fields GF(p^k) of the prime powers of q. An element is a number below q whose
 * digits, in mixed radix, are the elements of the fields; an element of GF(p^k) is a polynomial whose coefficients are the digits
 * to the base p.
 */
final class FiniteRing {

    private final List<Field> fields = new ArrayList<>();

    private FiniteRing() {}

    static FiniteRing of(int q) {
        FiniteRing ring = new FiniteRing();
        int rest = q;
        for (int p = 2; rest > 1; p++) {
            int power = 1;
            int degree = 0;
            while (rest % p == 0) {
                rest /= p;
                power *= p;
                degree++;
            }
            if (degree > 0) {
                ring.fields.add(new Field(p, degree, power));
            }
        }
        return ring;
    }

    /** How many elements there are whose differences all have inverses: as many as the smallest field has. */
    int slopes() {
        return fields.stream().mapToInt(field -> field.order).min().orElse(1);
    }

    /** The {@code i}-th of these: i in every field. */
    int slope(int i) {
        int slope = 0;
        int weight = 1;
        for (Field field : fields) {
            slope += i * weight;
            weight *= field.order;
        }
        return slope;
    }

    int sum(int a, int b) {
        int sum = 0;
        int weight = 1;
        int left = a;
        int right = b;
        for (Field field : fields) {
            sum += weight * field.sum(left % field.order, right % field.order);
            weight *= field.order;
            left /= field.order;
            right /= field.order;
        }
        return sum;
    }

    int product(int a, int b) {
        int product = 0;
        int weight = 1;
        int left = a;
        int right = b;
        for (Field field : fields) {
            product += weight * field.product(left % field.order, right % field.order);
            weight *= field.order;
            left /= field.order;
            right /= field.order;
        }
        return product;
    }

    /** GF(p^k): polynomials over the numbers modulo p, modulo an irreducible one of degree k. */
    private static final class Field {

        private final int p;
        private final int degree;
        private final int order;
        private final int modulus;

        /** The modulus is the first monic polynomial of the degree that no smaller one divides. */
        Field(int p, int degree, int order) {
            this.p = p;
            this.degree = degree;
            this.order = order;
            int candidate = order;
            while (degree > 1 && isReducible(candidate)) {
                candidate++;
            }
            this.modulus = candidate;
        }

        private boolean isReducible(int polynomial) {
            for (int divisor = p; divisor < order; divisor++) {
                if (remainder(polynomial, divisor) == 0) {
                    return true;
                }
            }
            return false;
        }

        int sum(int a, int b) {
            int sum = 0;
            int weight = 1;
            for (int digit = 0; digit < degree; digit++) {
                sum += (a / weight + b / weight) % p * weight;
                weight *= p;
            }
            return sum;
        }

        /** By Horner's rule: the digits of {@code b} from the highest on, one multiplication by x after another. */
        int product(int a, int b) {
            int product = 0;
            int weight = order;
            for (int digit = 0; digit < degree; digit++) {
                weight /= p;
                product = degree == 1 ? 0 : remainder(product * p, modulus);
                for (int times = b / weight % p; times > 0; times--) {
                    product = sum(product, a);
                }
            }
            return product;
        }

        /** The remainder of a polynomial by one that is not constant. */
        private int remainder(int polynomial, int divisor) {
            int rest = polynomial;
            int lead = lead(divisor);
            while (rest >= lead) {
                int shift = 1;
                while (rest >= lead * shift * p) {
                    shift *= p;
                }
                rest = minus(rest, divisor, shift, lead);
            }
            return rest;
        }

        /** The weight of the highest power in {@code polynomial}. */
        private int lead(int polynomial) {
            int weight = 1;
            while (polynomial >= weight * p) {
                weight *= p;
            }
            return weight;
        }

        /** {@code rest} without its highest power: as many times the divisor, shifted, as that takes. */
        private int minus(int rest, int divisor, int shift, int lead) {
            int times = rest / (lead * shift) * inverse(divisor / lead) % p;
            int result = 0;
            for (int weight = 1; weight <= rest; weight *= p) {
                int taken = weight >= shift ? divisor / (weight / shift) % p * times : 0;
                result += StrictMath.floorMod(rest / weight % p - taken, p) * weight;
            }
            return result;
        }

        private int inverse(int number) {
            int inverse = 1;
            while (number * inverse % p != 1) {
                inverse++;
            }
            return inverse;
        }
    }
}
