package dev.envelope.server.net;

import dev.envelope.server.settings.ServerSettings;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The certificate of a server, from its PEM files. */
final class Certificates {

    private Certificates() {}

    static SslContext load(ServerSettings.Tls tls) {
        try {
            return SslContextBuilder.forServer(
                            tls.certificateChain().toFile(), tls.privateKey().toFile())
                    .build();
        } catch (IOException | IllegalArgumentException e) {
            throw new UncheckedIOException(
                    "certificate " + tls.certificateChain() + ", key " + tls.privateKey()
                            + ": cannot be used (expected: PEM files, the key in PKCS #8 and not encrypted): "
                            + e.getMessage(),
                    e instanceof IOException io ? io : new IOException(e));
        }
    }
}
