/**
 * Connects to a server, takes a seat and plays it: by hand or with a {@link dev.envelope.game.strategy.Strategy}. Start
 * at {@link dev.envelope.client.SeatClient} and {@link dev.envelope.client.StrategyRunner}.
 */
@NullMarked
package dev.envelope.client;

import org.jspecify.annotations.NullMarked;
