package dev.envelope.server.live.attendance;

import dev.envelope.server.request.Connection;
import java.util.OptionalInt;

/**
 * A connection that has said hello.
 *
 * @param connection the connection
 * @param standing what it may do
 * @param seat its seat, for participants
 * @param keyHash the hash of its seat key; empty for others
 */
public record Attendee(Connection connection, Standing standing, OptionalInt seat, String keyHash) {

    /** What a connection may do. */
    public enum Standing {
        /** Submit messages for its seat. */
        PARTICIPANT,
        /** Start, pause, resume, close rounds and end. */
        INSTRUCTOR,
        /** Watch. */
        SPECTATOR
    }
}
