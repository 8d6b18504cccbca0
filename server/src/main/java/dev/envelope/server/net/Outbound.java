package dev.envelope.server.net;

import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.request.Response;

/** Something that waits to be put on a connection. */
sealed interface Outbound {

    /** The answer to a request; 0 for a refusal that answers none. */
    record Answer(long requestId, Response response) implements Outbound {}

    /** A push. */
    record Push(Response response) implements Outbound {}

    /** The connection's end: nothing is sent after it. */
    record End(RefusalCode cause) implements Outbound {}
}
