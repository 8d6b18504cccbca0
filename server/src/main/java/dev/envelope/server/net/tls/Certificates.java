package dev.envelope.server.net.tls;

import dev.envelope.server.settings.ServerSettings;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** The certificate of a server, from its PEM files. */
public final class Certificates {

    private Certificates() {}

    public static SslContext load(ServerSettings.Tls tls) {
        X509Certificate[] chain = named("certificate", tls.certificateChain(), Certificates::chain);
        PrivateKey key = named("key", tls.privateKey(), file -> PrivateKeyFile.read(file, chain[0].getPublicKey()));
        try {
            return SslContextBuilder.forServer(key, chain).build();
        } catch (IOException | IllegalArgumentException e) {
            throw new UncheckedIOException(
                    "certificate " + tls.certificateChain() + ", key " + tls.privateKey() + ": cannot be used: "
                            + e.getMessage(),
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    private static X509Certificate[] chain(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            X509Certificate[] chain = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            if (chain.length == 0) {
                throw new IOException("no certificate in it (expected: a certificate chain in PEM)");
            }
            return chain;
        } catch (CertificateException e) {
            throw new IOException(e.getMessage() + " (expected: a certificate chain in PEM)", e);
        }
    }

    /** Something that is read from a file. */
    private interface Reading<T> {
        T of(Path file) throws IOException;
    }

    private static <T> T named(String what, Path file, Reading<T> reading) {
        try {
            return reading.of(file);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(what + " " + file + ": no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(what + " " + file + ": " + e.getMessage(), e);
        }
    }
}
