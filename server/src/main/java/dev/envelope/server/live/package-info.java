/**
 * One session at work, for its own thread alone: commands are decided and evolve the state, records and outputs gather in a
 * draft. Start at {@link dev.envelope.server.live.LiveSession}.
 */
@NullMarked
package dev.envelope.server.live;

import org.jspecify.annotations.NullMarked;
