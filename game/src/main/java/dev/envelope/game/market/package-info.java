/**
 * One market of a round: messages in ticks to an exact outcome in ticks. Start at {@code LiveMarket}.
 */
@NullMarked
package dev.envelope.game.market;

import org.jspecify.annotations.NullMarked;
