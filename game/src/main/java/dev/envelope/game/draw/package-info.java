/**
 * Everything random in a session, drawn from its seed by position. Start at {@code SessionSeed}.
 */
@NullMarked
package dev.envelope.game.draw;

import org.jspecify.annotations.NullMarked;
