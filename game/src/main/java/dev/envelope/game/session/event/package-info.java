/**
 * What can happen in a session.
 *
 * <p>Events are data alone: what they make of a session is in {@code session.state}, how they are stored is in the server.
 */
@NullMarked
package dev.envelope.game.session.event;

import org.jspecify.annotations.NullMarked;
