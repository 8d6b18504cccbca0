package dev.envelope.game.plan.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words a key can take.
 *
 * @param played the words that are played, in the order they are listed to people, each with its meaning
 * @param unplayed words of the schema that this version refuses by name
 */
public record Choice<E>(Map<String, E> played, List<String> unplayed) {

    public Choice {
        played = new LinkedHashMap<>(played);
        unplayed = List.copyOf(unplayed);
    }

    /** A choice without words, to be extended by {@link #or}. */
    public static <E> Choice<E> none() {
        return new Choice<>(Map.of(), List.of());
    }

    /** This choice with one word more that is played. */
    public Choice<E> or(String word, E meaning) {
        Map<String, E> more = new LinkedHashMap<>(played);
        more.put(word, meaning);
        return new Choice<>(more, unplayed);
    }

    /** This choice with words that are refused by name. */
    public Choice<E> refusing(String... words) {
        List<String> more = new ArrayList<>(unplayed);
        more.addAll(List.of(words));
        return new Choice<>(played, more);
    }

    /** All words, the played ones first. */
    public List<String> words() {
        List<String> all = new ArrayList<>(played.keySet());
        all.addAll(unplayed);
        return all;
    }

    /** What is expected, in words. */
    public String expected() {
        return played.size() == 1 ? played.keySet().iterator().next() : "one of " + String.join(", ", played.keySet());
    }
}
