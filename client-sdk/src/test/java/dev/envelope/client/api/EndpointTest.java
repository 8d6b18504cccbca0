package dev.envelope.client.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:7777", "localhost:1", "[::1]:65535", "tls://localhost:7777", "tls://[::1]:7777"})
    void hostAndPortAreReadAndWrittenTheSame(String text) {
        assertThat(Endpoint.parse(text)).hasToString(text);
    }

    @Test
    void bracketsAreNoPartOfTheHost() {
        assertThat(Endpoint.parse("[::1]:80")).isEqualTo(Endpoint.tcp("::1", 80));
    }

    @Test
    void tlsBelievesWhatTheRuntimeBelieves() {
        assertThat(Endpoint.parse("tls://example.org:443")).isEqualTo(Endpoint.tls("example.org", 443, Trust.system()));
    }

    @Test
    void schemeMayBeWrittenInCapitals() {
        assertThat(Endpoint.parse("TLS://localhost:7777")).isEqualTo(Endpoint.parse("tls://localhost:7777"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                ":7777",
                "localhost:",
                "localhost:x",
                "::1:7777",
                "http://localhost:7777",
                "tls://localhost"
            })
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text)).hasMessageContaining("127.0.0.1:7777");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:0", "localhost:65536"})
    void portOutOfRangeIsRefused(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text)).hasMessageContaining("1 to 65535");
    }
}
