package dev.envelope.theory.certificate.law;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The laws of the messages of an agent's rivals, which are independent: each of the different ones once, with how many rivals there are
 * of it.
 */
public final class RivalLaws {

    private final List<MessageLaw> laws;
    private final int[] counts;

    private RivalLaws(List<MessageLaw> laws, int... counts) {
        this.laws = laws;
        this.counts = counts;
    }

    /** The laws of the messages of {@code rivals}, equal ones together, in the order of the first of each. */
    public static RivalLaws of(List<Trader> rivals) {
        Map<Trader, Integer> numbers = new LinkedHashMap<>();
        rivals.forEach(rival -> numbers.merge(rival, 1, Integer::sum));
        return new RivalLaws(
                numbers.keySet().stream().map(Trader::law).toList(),
                numbers.values().stream().mapToInt(number -> number).toArray());
    }

    /** The laws of the same messages, rounded to multiples of {@code tick}. */
    public RivalLaws onTicks(double tick) {
        return new RivalLaws(
                laws.stream().<MessageLaw>map(law -> new TickLaw(law, tick)).toList(), counts);
    }

    /** The laws of all rivals but one of those whose law is the {@code j}-th. */
    public RivalLaws without(int j) {
        int[] fewer = counts.clone();
        fewer[j]--;
        int[] left = IntStream.range(0, fewer.length).filter(i -> fewer[i] > 0).toArray();
        return new RivalLaws(
                Arrays.stream(left).mapToObj(laws::get).toList(),
                Arrays.stream(left).map(i -> fewer[i]).toArray());
    }

    /** The different laws. */
    public List<MessageLaw> laws() {
        return laws;
    }

    /** How many rivals there are of each. */
    public int[] counts() {
        return counts.clone();
    }

    /** The highest message of any rival that sends one; −∞ where there is none. */
    public double highest() {
        return laws.stream()
                .filter(law -> law.silent() < 1)
                .mapToDouble(MessageLaw::highest)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** Whether a message may have a positive probability. */
    public boolean hasAtoms() {
        return laws.stream().anyMatch(MessageLaw::hasAtoms);
    }

    /** Where a law is not smooth. */
    public DoubleStream breakpoints() {
        return laws.stream().filter(law -> law.silent() < 1).flatMapToDouble(law -> Arrays.stream(law.breakpoints()));
    }
}
