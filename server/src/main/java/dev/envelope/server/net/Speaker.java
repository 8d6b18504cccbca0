package dev.envelope.server.net;

import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.wire.Encoded;
import dev.envelope.server.wire.Format;
import io.netty.channel.ChannelFuture;

/** How messages are put on a connection's channel. Used on its event loop only. */
interface Speaker {

    /** How messages are written. */
    Format format();

    /** Takes one message; it is on its way after the next {@link #flush}. */
    void write(Encoded message);

    /** Sends what was written. */
    void flush();

    /** Sends what was written and then whatever says that nothing follows. */
    ChannelFuture end(RefusalCode cause);
}
