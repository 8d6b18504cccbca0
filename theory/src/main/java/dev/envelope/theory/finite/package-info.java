/**
 * Agents who have finitely many types each: auctions, in which values tie with positive probability, and what a buyer and a seller can gain at
 * most. Start at {@link dev.envelope.theory.finite.HighestValueWins}.
 */
@NullMarked
package dev.envelope.theory.finite;

import org.jspecify.annotations.NullMarked;
