/**
 * Programs that play a seat. Start at {@link dev.envelope.game.strategy.Strategy}.
 */
@NullMarked
package dev.envelope.game.strategy;

import org.jspecify.annotations.NullMarked;
