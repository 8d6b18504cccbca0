package dev.envelope.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeatKeyTest {

    @TempDir
    Path directory;

    @Test
    void savedKeyIsLoadedAgainAndReplacesAnEarlierOne() throws IOException {
        Path file = directory.resolve("keys").resolve("seat");
        SeatKey.random().save(file);
        SeatKey key = SeatKey.random();
        key.save(file);

        assertThat(SeatKey.load(file)).isEqualTo(key);
        assertThat(Files.readString(file)).isEqualTo(key.hex() + "\n");
    }

    @Test
    void fileIsForItsOwnerOnly() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
        Path file = directory.resolve("seat");
        SeatKey.random().save(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void fileWithoutAKeyIsRefusedByName() throws IOException {
        Path file = Files.writeString(directory.resolve("seat"), "not a key");

        assertThatThrownBy(() -> SeatKey.load(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("seat");
    }

    @Test
    void logsDoNotShowTheKey() {
        SeatKey key = SeatKey.random();

        assertThat(key.toString()).doesNotContain(key.hex().substring(8));
        assertThat(SeatKey.of(key.bytes())).isEqualTo(key);
    }
}
