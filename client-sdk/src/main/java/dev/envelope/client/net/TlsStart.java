package dev.envelope.client.net;

import dev.envelope.client.api.ClientLimits;
import dev.envelope.client.api.Endpoint;
import dev.envelope.client.link.LinkClosed;
import io.netty.channel.Channel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/** Puts TLS first in a pipeline, with the host's name checked against the certificate. */
final class TlsStart implements Consumer<Channel> {

    private final Endpoint.Tls endpoint;
    private final ClientLimits limits;
    private final SslContext context;

    TlsStart(Endpoint.Tls endpoint, ClientLimits limits) {
        this.endpoint = endpoint;
        this.limits = limits;
        try {
            SslContextBuilder builder = SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS");
            if (endpoint.trust().certificates().isPresent()) {
                builder.trustManager(believed(endpoint.trust().certificates().get()));
            }
            this.context = builder.build();
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException(
                    "trust: " + endpoint.trust().certificates() + " (expected: a PEM file of certificates)", e);
        }
    }

    /** A certificate that is believed by itself is not checked any further when a server shows it: so its dates are here. */
    private static X509Certificate[] believed(Path file) throws IOException, CertificateException {
        try (InputStream pem = Files.newInputStream(file)) {
            X509Certificate[] certificates = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            if (certificates.length == 0) {
                throw new CertificateException("no certificate");
            }
            for (X509Certificate certificate : certificates) {
                requireValid(file, certificate);
            }
            return certificates;
        }
    }

    private static void requireValid(Path file, X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw new IllegalArgumentException(
                    "trust: " + file + ": a certificate valid from "
                            + certificate.getNotBefore().toInstant() + " to "
                            + certificate.getNotAfter().toInstant() + " (expected: one that is valid now)",
                    e);
        }
    }

    /** What a handshake failed with, in words of its own where the peer did not speak TLS. */
    static Throwable failure(Throwable cause) {
        Throwable found = cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
        boolean spoken = found instanceof SSLException && !(found instanceof NotSslRecordException);
        return spoken
                ? found
                : new LinkClosed(
                        "the server does not speak TLS there; leave out tls:// if it has no certificate", found);
    }

    @Override
    public void accept(Channel channel) {
        SslHandler handler = context.newHandler(channel.alloc(), endpoint.host(), endpoint.port());
        handler.setHandshakeTimeoutMillis(limits.connectTimeout().toMillis());
        channel.pipeline().addFirst("tls", handler);
    }
}
