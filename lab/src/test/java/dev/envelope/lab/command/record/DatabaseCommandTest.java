package dev.envelope.lab.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseCommandTest {

    @Test
    void oneSessionIsNotCountedAsMany() {
        assertThat(DatabaseCommand.counted(1)).isEqualTo("1 session");
        assertThat(DatabaseCommand.counted(0)).isEqualTo("0 sessions");
        assertThat(DatabaseCommand.counted(2)).isEqualTo("2 sessions");
    }
}
