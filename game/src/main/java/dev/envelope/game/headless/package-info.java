/**
 * Sessions without sockets or clock, on the same core. Start at {@code HeadlessSession}.
 */
@NullMarked
package dev.envelope.game.headless;

import org.jspecify.annotations.NullMarked;
