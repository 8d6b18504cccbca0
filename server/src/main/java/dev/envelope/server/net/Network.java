package dev.envelope.server.net;

import dev.envelope.server.net.http.Exports;
import dev.envelope.server.request.FrontDesk;
import dev.envelope.server.settings.Limits;
import dev.envelope.server.wire.ResponseEncoder;
import io.netty.handler.ssl.SslContext;
import java.util.Optional;

/**
 * What all connections of a server share.
 *
 * @param limits every bound
 * @param desk the entrance to the sessions
 * @param encoder writes what clients are sent
 * @param connections those that are open
 * @param counters what happened so far
 * @param log one line a fact, and not too many
 * @param exports the exports over HTTP, where there are any
 * @param tls the certificate, where the socket has one
 */
record Network(
        Limits limits,
        FrontDesk desk,
        ResponseEncoder encoder,
        Connections connections,
        Counters counters,
        QuietLog log,
        Optional<Exports> exports,
        Optional<SslContext> tls) {}
