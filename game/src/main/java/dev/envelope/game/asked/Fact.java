package dev.envelope.game.asked;

import java.util.List;

/**
 * A figure of one game that no other has, such as the prices of sequential offers.
 *
 * @param name what it is, in lower case with underscores, such as {@code prices}
 * @param numbers in points unless the name says otherwise
 */
public record Fact(String name, List<Double> numbers) {

    /** Copies the list. */
    public Fact {
        numbers = List.copyOf(numbers);
    }

    static Fact of(String name, double number) {
        return new Fact(name, List.of(number));
    }
}
