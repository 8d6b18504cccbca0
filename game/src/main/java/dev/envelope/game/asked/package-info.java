/**
 * The games of theory that treatments are, also those that are not played live: their equilibria, what given messages come to, and
 * what can be audited. Start at {@link dev.envelope.game.asked.AskedGame}.
 */
@NullMarked
package dev.envelope.game.asked;

import org.jspecify.annotations.NullMarked;
