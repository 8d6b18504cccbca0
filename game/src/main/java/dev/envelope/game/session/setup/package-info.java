/**
 * What never changes in a session: its plan made ready to be played, with its draws and its matchmaking.
 *
 * <p>It follows from the plan and the seed alone.
 */
@NullMarked
package dev.envelope.game.session.setup;

import org.jspecify.annotations.NullMarked;
