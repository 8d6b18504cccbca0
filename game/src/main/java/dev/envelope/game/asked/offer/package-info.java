/**
 * What agents may send, as files of offers say it, and what bounds on that make of a game and of its equilibria. Start at
 * {@link dev.envelope.game.asked.offer.MessageBounds}.
 */
@NullMarked
package dev.envelope.game.asked.offer;

import org.jspecify.annotations.NullMarked;
