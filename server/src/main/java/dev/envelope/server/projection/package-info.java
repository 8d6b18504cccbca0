/**
 * Tables that a person can query, derived from the records and written behind them. Start at
 * {@link dev.envelope.server.projection.Projections}.
 */
@NullMarked
package dev.envelope.server.projection;

import org.jspecify.annotations.NullMarked;
