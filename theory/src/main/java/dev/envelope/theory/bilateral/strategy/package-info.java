/**
 * Strategies of the bilateral k-double auction: linear, of one side's offer, step functions, smooth ones along a path, and the
 * search for deviations from any of them. Start at {@link dev.envelope.theory.bilateral.strategy.TradingStrategies}.
 */
@NullMarked
package dev.envelope.theory.bilateral.strategy;

import org.jspecify.annotations.NullMarked;
