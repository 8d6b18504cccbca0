/**
 * A session as a fold over its events: commands are decided into events, events evolve the state, both pure. Start at
 * {@code SessionCore}.
 */
@NullMarked
package dev.envelope.game.session;

import org.jspecify.annotations.NullMarked;
