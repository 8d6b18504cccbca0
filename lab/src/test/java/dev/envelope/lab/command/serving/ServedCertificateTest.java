package dev.envelope.lab.command.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServedCertificateTest {

    @Test
    void expiredCertificateIsWarnedOfWithItsDates() {
        ServedCertificate expired =
                ServedCertificate.read(Path.of("src/test/resources/dev/envelope/lab/command/expired.pem"));

        assertThat(expired.warning().orElseThrow())
                .startsWith("warning: ")
                .contains("expired.pem", "has expired", "2020-01-01T00:00:00Z to 2020-01-31T00:00:00Z");
    }
}
