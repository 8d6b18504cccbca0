package dev.envelope.lab.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.client.SeatKey;
import dev.envelope.client.api.Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeatKeyFileTest {
    @Test
    void sameFileGivesTheSameSeat(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("deep/seat.key");

        SeatKey first = SeatKeyFile.loadOrCreate(file);

        assertThat(SeatKeyFile.loadOrCreate(file)).isEqualTo(first);
        assertThat(SeatKeyFile.loadOrCreate(directory.resolve("other"))).isNotEqualTo(first);
    }

    @Test
    void everyNameSessionAndServerHasAFileOfItsOwn() {
        Endpoint here = Endpoint.tcp("127.0.0.1", 7777);
        Path file = SeatKeyFile.of(here, "ABCDE", "Ann");

        assertThat(SeatKeyFile.of(here, "ABCDE", "Ann")).isEqualTo(file);
        assertThat(SeatKeyFile.of(here, " abcde", "Ann")).isEqualTo(file);
        assertThat(SeatKeyFile.of(here, "ABCDE", "Bob")).isNotEqualTo(file);
        assertThat(SeatKeyFile.of(here, "ABCDF", "Ann")).isNotEqualTo(file);
        assertThat(SeatKeyFile.of(Endpoint.tcp("127.0.0.1", 7778), "ABCDE", "Ann"))
                .isNotEqualTo(file);
    }
}
