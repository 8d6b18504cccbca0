package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.certificate.law.MessageLaw.Slope;
import dev.envelope.theory.numeric.Binomial;

/** Bounds on the probabilities of how many of several alike rivals are below, where the chance that one is lies between two numbers. */
final class NumberBelow {

    /** P(i are below) is no less, by i. */
    private final double[] least;

    /** P(i are below) is no more, by i. */
    private final double[] most;

    private NumberBelow(double[] least, double[] most) {
        this.least = least;
        this.most = most;
    }

    /**
     * The bounds for {@code count} rivals and chances from {@code from} to {@code to}: the probability of i rises up to a chance of
     * i/{@code count} and then falls. No rivals, or fewer, are below surely or never.
     */
    static NumberBelow of(int count, double from, double to) {
        if (count < 0) {
            return new NumberBelow(new double[0], new double[0]);
        }
        double[] least = Binomial.pmf(count, from);
        double[] most = Binomial.pmf(count, to);
        for (int i = 0; i <= count; i++) {
            double atFrom = least[i];
            double atTo = most[i];
            least[i] = Math.min(atFrom, atTo);
            boolean isModeBetween = from * count < i && i < to * count;
            most[i] = isModeBetween ? Binomial.equal(count, (double) i / count, i) : Math.max(atFrom, atTo);
        }
        return new NumberBelow(least, most);
    }

    /** Bounds on the probabilities that 0 … {@code largest} of these and of {@code others} are below. */
    NumberBelow and(NumberBelow others, int largest) {
        int length = Math.max(0, Math.min(largest + 1, least.length + others.least.length - 1));
        double[] low = new double[length];
        double[] high = new double[length];
        for (int wanted = 0; wanted < length; wanted++) {
            Slope both = with(others, wanted);
            low[wanted] = both.least();
            high[wanted] = both.most();
        }
        return new NumberBelow(low, high);
    }

    /** Bounds on P({@code wanted} of these and of {@code others} are below): sums of products of bounds. */
    Slope with(NumberBelow others, int wanted) {
        double low = 0;
        double high = 0;
        for (int i = Math.max(0, wanted - others.least.length + 1); i < least.length && i <= wanted; i++) {
            low += least[i] * others.least[wanted - i];
            high += most[i] * others.most[wanted - i];
        }
        return new Slope(low, Math.min(1, high));
    }
}
