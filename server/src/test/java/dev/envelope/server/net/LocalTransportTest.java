package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LocalTransportTest {

    @Test
    void sameProtocolIsSpokenWithoutASocket() throws InterruptedException {
        FakeDesk desk = new FakeDesk();
        NetworkSettings settings = NetworkSettings.inProcess("same-protocol");
        try (NetworkServer server = NetworkServer.start(settings, TestNetwork.limits(), desk);
                LocalClient client = new LocalClient("same-protocol")) {
            client.send(Messages.hello(1).toByteArray());
            assertThat(client.receive().hasWelcome()).isTrue();
            client.send(Messages.submit(2, 5).toByteArray());
            assertThat(client.receive().getReceipt().getNumber()).isEqualTo(5);
            client.send(Messages.hello(3).toByteArray());
            assertThat(client.receive().hasRefusal()).isTrue();
            assertThat(client.isClosed()).isTrue();
            assertThatThrownBy(server::port).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void nameInUseIsNamed() {
        FakeDesk desk = new FakeDesk();
        NetworkSettings settings = NetworkSettings.inProcess("taken");
        try (NetworkServer server = NetworkServer.start(settings, TestNetwork.limits(), desk)) {
            assertThat(server.counts().accepted()).isZero();
            assertThatThrownBy(() -> NetworkServer.start(settings, TestNetwork.limits(), desk))
                    .hasMessageContaining("in-process:taken");
        }
    }
}
