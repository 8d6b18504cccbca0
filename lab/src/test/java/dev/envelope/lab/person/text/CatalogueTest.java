package dev.envelope.lab.person.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.mechanism.Side;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Catalogue ENGLISH = Catalogue.of(Catalogue.Language.EN);
    private static final Catalogue CHINESE = Catalogue.of(Catalogue.Language.ZH);

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(CHINESE.keys()).isEqualTo(ENGLISH.keys());
        for (String key : ENGLISH.keys()) {
            assertThat(places(CHINESE, key)).as(key).isEqualTo(places(ENGLISH, key));
        }
    }

    @Test
    void everySideHasItsWords() {
        for (Side side : Side.values()) {
            assertThat(ENGLISH.has("you." + side.name().toLowerCase(Locale.ROOT)))
                    .isTrue();
        }
    }

    @Test
    void argumentsAreShownAsTheyAre() {
        assertThat(ENGLISH.text("round", 1234, "{0}")).isEqualTo("Round 1234 of {0}");
        assertThat(ENGLISH.text("refused", "it's late")).isEqualTo("Refused: it's late");
    }

    private static Stream<String> sorted(Stream<String> places) {
        return places.sorted().distinct();
    }

    private static java.util.List<String> places(Catalogue words, String key) {
        Object[] marks = Stream.of(0, 1, 2, 3).map(i -> "{" + i + "}").toArray();
        return sorted(PLACE.matcher(words.text(key, marks)).results().map(r -> r.group()))
                .toList();
    }
}
