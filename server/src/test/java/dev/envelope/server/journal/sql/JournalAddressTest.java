package dev.envelope.server.journal.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://localhost/x",
                "postgres://localhost/x",
                "postgresql://localhost/x",
                "jdbc:postgresql://me:secret@localhost/x",
                "jdbc:postgresql://localhost:port/x"
            })
    void addressesOfAnythingElseAreRefused(String address) {
        assertThatThrownBy(() -> JournalAddress.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(expected: jdbc:postgresql://HOST/DATABASE?user=NAME)")
                .hasMessageNotContaining("secret");
    }
}
