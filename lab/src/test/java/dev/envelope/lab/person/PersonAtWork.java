package dev.envelope.lab.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A person who plays at a terminal. */
abstract class PersonAtWork extends SeatedAtTerminal {

    PersonTerminal person = new PersonTerminal(seat, pipe(""), Catalogue.of(Catalogue.Language.EN));
    CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();

    void play(Catalogue.Language language) throws IOException {
        play(keyboard(), language.name());
    }

    void play(Terminal terminal, String language) {
        PersonTerminal playing = new PersonTerminal(seat, terminal, Catalogue.of(Catalogue.Language.valueOf(language)));
        person = playing;
        end = CompletableFuture.supplyAsync(playing::play);
        sees(language.equals("EN") ? "Class. You have seat 3." : "您的座位号是 3");
        seat.listener.join();
    }

    void sees(String... texts) {
        for (String text : texts) {
            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(5))
                    .untilAsserted(() -> assertThat(unbroken()).contains(text));
        }
    }

    /** What was shown, whatever the places where lines were broken. */
    String unbroken() {
        return shown.toString().replace(System.lineSeparator(), "\n").replace('\n', ' ');
    }
}
