package dev.envelope.game.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, there is an answer: a plan, or problems within the file. */
class PlanFuzzTest {

    private static final int MUTANTS = 300;
    private static final List<String> PIECES = List.of(
            "null",
            "~",
            ".nan",
            "-.inf",
            "1e99",
            "-1",
            "1e-99",
            "99999999999999999999",
            "[",
            "]",
            "{",
            "}",
            ":",
            "- ",
            "&a ",
            "*a",
            "!!int ",
            "!x ",
            "|",
            ">",
            "\"",
            "'",
            "#",
            "\n",
            "\n  ",
            "\t",
            "? ",
            "<<: ",
            "%YAML 1.2\n",
            "---\n",
            "...\n",
            "\u0000",
            "\uFEFF",
            "\uD800",
            "竞",
            "treatment",
            "k_double_auction",
            "optimal",
            "first_price_proxy",
            "0.005");
    private static final String PLAN = """
            envelope: 1
            title: Fuzz
            tick: 0.01
            seats: {wanted: 12, minimum: 4}
            start: instructor
            timing: {type: all_in_or_deadline, seconds: 60, grace: 5, result: 5}
            reveal: {after: price, sealed_count: false}
            treatments:
              a:
                mechanism: {type: first_price, reserve: 10}
                bidders: 4
                values: {type: uniform, lo: 0, hi: 100}
              b:
                mechanism: {type: k_double_auction, k: 0.5}
                buyer: [0, 100]
                seller: {type: uniform, lo: 0, hi: 100}
                messages: {minimum: 0, maximum: 200}
              c:
                mechanism: optimal
                roles: [{name: x, side: bidder, count: 1, values: [0, 150]}, {values: [0, 50]}]
            blocks:
              - {treatment: a, rounds: 5, draws: same, practice: true}
              - {treatment: b, rounds: 5, draws: same}
            exchange_rate: 10
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyMutantIsAPlanOrHasProblemsWithinTheFile(long seed) {
        assertThat(PlanReader.read(PLAN).problems()).isEmpty();
        Random random = new Random(seed);
        int plans = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String text = mutant(random);
            PlanReading reading = PlanReader.read(text);
            plans += reading.isPlan() ? 1 : 0;
            int lines =
                    1 + (int) text.chars().filter(c -> c == '\n' || c == '\r').count();
            assertThat(reading.problems()).as(text).allSatisfy(problem -> {
                assertThat(problem.line()).isBetween(1, lines);
                assertThat(problem.column()).isPositive();
                assertThat(problem.toString()).doesNotContain("\n");
            });
        }
        assertThat(plans).isBetween(1, MUTANTS - 1);
    }

    private static String mutant(Random random) {
        StringBuilder text = new StringBuilder(PLAN);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            }
        }
        return text.toString();
    }
}
