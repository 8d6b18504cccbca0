package dev.envelope.client.net;

import dev.envelope.client.api.ClientLimits;
import dev.envelope.client.api.Endpoint;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
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
            endpoint.trust().certificates().ifPresent(file -> builder.trustManager(file.toFile()));
            this.context = builder.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "trust: " + endpoint.trust().certificates() + " (expected: a PEM file of certificates)", e);
        }
    }

    @Override
    public void accept(Channel channel) {
        SslHandler handler = context.newHandler(channel.alloc(), endpoint.host(), endpoint.port());
        handler.setHandshakeTimeoutMillis(limits.connectTimeout().toMillis());
        channel.pipeline().addFirst("tls", handler);
    }
}
