package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListeningTest {

    @Test
    void addressThatIsNoneIsNamedWithWhatWasExpected() {
        NetworkSettings.Socket socket = new NetworkSettings.Socket("no such host", 0, Optional.empty());
        NetworkSettings settings = new NetworkSettings(Optional.of(socket), Optional.empty(), 1);

        assertThatThrownBy(() -> NetworkServer.start(settings, TestNetwork.limits(), new FakeDesk()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("no such host:0: cannot be listened on: no such address (expected: one of this machine)");
    }
}
