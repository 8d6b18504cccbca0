package dev.envelope.server.wire.incoming;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.request.Request;

/** What one message from a client turned out to be. */
public sealed interface Decoded {

    /**
     * A request, of the right form.
     *
     * @param request what is asked
     */
    record Asked(Request request) implements Decoded {}

    /**
     * No request that a session could be asked.
     *
     * @param requestId the id that the refusal echoes; 0 where none could be read
     * @param refusal what is wrong
     * @param closes whether the connection cannot go on after it
     */
    record Problem(long requestId, Refusal refusal, boolean closes) implements Decoded {

        /** A problem of one request, after which the connection goes on. */
        static Problem of(long requestId, RefusalCode code, String reason) {
            return new Problem(requestId, new Refusal(code, reason), false);
        }

        /** A problem of the connection, which ends with it. */
        static Problem last(long requestId, RefusalCode code, String reason) {
            return new Problem(requestId, new Refusal(code, reason), true);
        }
    }
}
