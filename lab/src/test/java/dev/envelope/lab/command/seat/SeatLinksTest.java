package dev.envelope.lab.command.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.envelope.lab.command.option.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeatLinksTest {
    private static final String JOIN = "join localhost:7777 ABCDE";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void onlyItsOwnerReadsTheFile() throws IOException {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"), "skipped: no permissions here");
        Path file = directory.resolve("links.txt");

        SeatLinks.make(file, 2, JOIN).giveOut(keys -> {});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.contains(JOIN + " --name"));
    }

    @Test
    void fileInAFolderThatThereIsNotIsRefusedBeforeTheServerIsAsked() {
        Path file = directory.resolve("none").resolve("a.txt");

        assertThatThrownBy(() -> SeatLinks.make(file, 2, JOIN))
                .isInstanceOf(Failure.class)
                .hasMessage(file + ": there is no folder " + file.getParent()
                        + " (expected: a new file in a folder that there is)");
    }
}
