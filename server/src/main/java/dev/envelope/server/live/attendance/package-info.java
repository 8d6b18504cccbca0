/**
 * Who is connected to a session, and since when the owners of seats are not. Start at {@code Whereabouts}.
 */
@NullMarked
package dev.envelope.server.live.attendance;

import org.jspecify.annotations.NullMarked;
