package dev.envelope.game.plan.syntax;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guesses the word that was meant. */
final class Nearest {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;

    private Nearest() {}

    /** The first of {@code words} nearest to {@code typed}, if any is within a third of its letters, or else one that so begins or ends. */
    static Optional<String> to(String typed, Collection<String> words) {
        if (typed.length() < SHORTEST || typed.length() > LONGEST) {
            return Optional.empty();
        }
        return nearest(typed, words, Stream::of)
                .or(() -> nearest(typed, words, word -> beginningsAndEnds(List.of(word.split("_")))));
    }

    private static Optional<String> nearest(
            String typed, Collection<String> words, Function<String, Stream<String>> parts) {
        String given = normal(typed);
        Optional<String> best = Optional.empty();
        int least = StrictMath.max(1, given.length() / 3) + 1;
        for (String word : words) {
            int distance = parts.apply(word)
                    .mapToInt(part -> distance(given, normal(part)))
                    .min()
                    .orElse(least);
            if (distance < least) {
                least = distance;
                best = Optional.of(word);
            }
        }
        return best;
    }

    /** Of k, double, auction: k, double_auction, k_double and auction. */
    private static Stream<String> beginningsAndEnds(List<String> words) {
        return IntStream.range(1, words.size())
                .boxed()
                .flatMap(i -> Stream.of(words.subList(0, i), words.subList(i, words.size())))
                .map(part -> String.join("_", part));
    }

    private static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
    }

    /** The edit distance, a swap of neighbours counting as one. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = StrictMath.min(change, StrictMath.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? StrictMath.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
