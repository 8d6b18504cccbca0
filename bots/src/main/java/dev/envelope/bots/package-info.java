/**
 * The house strategies, and a crew that fills seats with them. Start at {@link dev.envelope.bots.StrategyNames}.
 */
@NullMarked
package dev.envelope.bots;

import org.jspecify.annotations.NullMarked;
