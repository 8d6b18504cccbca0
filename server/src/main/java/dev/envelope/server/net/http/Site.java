package dev.envelope.server.net.http;

import io.netty.channel.ChannelPipeline;
import java.util.Optional;

/** The server that the pages belong to, as far as they need to know it. Asked on event loops. */
public interface Site {

    /** The only path of the WebSocket. */
    String webSocketPath();

    /** Puts the WebSocket's handlers behind those of HTTP, once an upgrade was found admissible. */
    void speakWebSocket(ChannelPipeline pipeline);

    /** The exports, where this server gives any. */
    Optional<Exports> exports();

    /** An answer is made that may take longer than a request may: the connection is no longer closed for its silence. */
    void sendLong(ChannelPipeline pipeline);

    /** Whether the server is going down. */
    boolean isClosing();

    /** How many connections are open. */
    int connections();

    /** Takes note of what happened to a connection; {@code what} may hold what a stranger sent. */
    void log(String what);
}
