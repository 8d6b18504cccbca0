package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.MessageLaw.Slope;
import dev.envelope.theory.certificate.law.RivalLaws;

/** The law of the strongest message among an agent's rivals, which is what its own message has to beat. */
public final class HighestRival extends RivalContest {

    private final boolean silenceLoses;

    /**
     * The contest with {@code rivals}.
     *
     * @param silenceLoses whether a rival that abstains is beaten
     */
    public HighestRival(RivalLaws rivals, boolean silenceLoses) {
        super(rivals);
        this.silenceLoses = silenceLoses;
    }

    /** P(no rival is in the way of a message, however low). */
    @Override
    public double nobody() {
        double product = 1;
        for (int j = 0; j < laws.size(); j++) {
            product *= power(quiet(j), counts[j]);
        }
        return product;
    }

    /** The lowest message that can win, where somebody is always in the way. */
    @Override
    public double lowest() {
        double lowest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < laws.size(); j++) {
            lowest = quiet(j) > 0 ? lowest : Math.max(lowest, laws.get(j).lowest());
        }
        return lowest;
    }

    /** P(every rival is below {@code message}). */
    @Override
    public double below(double message) {
        double product = 1;
        for (int j = 0; j < laws.size(); j++) {
            product *= power(quiet(j) + laws.get(j).below(message), counts[j]);
        }
        return Math.min(1, product);
    }

    /** P(no rival is above {@code message}). */
    @Override
    public double atMost(double message) {
        double product = 1;
        for (int j = 0; j < laws.size(); j++) {
            product *= power(quiet(j) + laws.get(j).atMost(message), counts[j]);
        }
        return Math.min(1, product);
    }

    /**
     * P({@code message} wins where m tied winners each do with chance 1/m): E[1/(1 + number tied)] = ∫_0^1 Π_j (L_j + s·A_j)
     * ds, L_j the chance that j is below and A_j that it is equal. In a trade equal messages meet.
     */
    @Override
    public double tied(double message) {
        if (!silenceLoses) {
            return atMost(message);
        }
        if (laws.size() == 1) {
            return tiedAmongAlike(laws.get(0), counts[0], message);
        }
        double[] polynomial = {1};
        for (int j = 0; j < laws.size(); j++) {
            double below = quiet(j) + laws.get(j).below(message);
            double equal = quiet(j) + laws.get(j).atMost(message) - below;
            for (int i = 0; i < counts[j]; i++) {
                polynomial = times(polynomial, below, equal);
            }
        }
        double total = 0;
        for (int d = 0; d < polynomial.length; d++) {
            total += polynomial[d] / (d + 1);
        }
        return total;
    }

    /** The same against m alike rivals: ∫_0^1 (L + s·A)^m ds = Σ_i (L + A)^i·L^(m−i)/(m + 1), a sum of nothing negative. */
    private double tiedAmongAlike(MessageLaw law, int count, double message) {
        double below = quiet(0) + law.below(message);
        double upTo = quiet(0) + law.atMost(message);
        double sum = 0;
        double power = 1;
        for (int i = 0; i <= count; i++) {
            sum = sum * below + power;
            power *= upTo;
        }
        return sum / (count + 1);
    }

    /** Bounds on the derivative of the chance to win strictly between {@code from} and {@code to}. */
    @Override
    public Slope slope(double from, double to) {
        double least = 0;
        double most = 0;
        for (int j = 0; j < laws.size(); j++) {
            Slope slope = laws.get(j).slope(from, to);
            least += times(slope.least(), counts[j] * others(j, from, true));
            most += times(slope.most(), counts[j] * others(j, to, false));
        }
        return new Slope(least, most);
    }

    /** The chance that all rivals but one of kind {@code without} are no higher than, or below, {@code message}. */
    private double others(int without, double message, boolean inclusive) {
        double product = 1;
        for (int j = 0; j < laws.size(); j++) {
            int count = counts[j] - (j == without ? 1 : 0);
            if (count > 0) {
                MessageLaw law = laws.get(j);
                product *= power(quiet(j) + (inclusive ? law.atMost(message) : law.below(message)), count);
            }
        }
        return product;
    }

    private double quiet(int j) {
        return silenceLoses ? laws.get(j).silent() : 0;
    }

    private static double times(double slope, double factor) {
        return factor == 0 ? 0 : slope * factor;
    }

    private static double[] times(double[] polynomial, double constant, double linear) {
        double[] product = new double[polynomial.length + 1];
        for (int d = 0; d < polynomial.length; d++) {
            product[d] += polynomial[d] * constant;
            product[d + 1] += polynomial[d] * linear;
        }
        return product;
    }

    private static double power(double base, int exponent) {
        double result = 1;
        double square = base;
        for (int e = exponent; e > 0; e >>= 1) {
            result *= (e & 1) == 1 ? square : 1;
            square *= square;
        }
        return result;
    }
}
