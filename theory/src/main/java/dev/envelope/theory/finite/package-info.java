/**
 * Auctions of bidders who have finitely many values each, so that values tie with positive probability. Start at
 * {@link dev.envelope.theory.finite.HighestValueWins}.
 */
@NullMarked
package dev.envelope.theory.finite;

import org.jspecify.annotations.NullMarked;
