/**
 * Auctions in which what a bidder pays depends on its own bid and on whether it wins: first-order conditions, solved downwards from
 * the highest bid. Start at {@link dev.envelope.theory.bayes.shooting.Shooting}.
 */
@NullMarked
package dev.envelope.theory.bayes.shooting;

import org.jspecify.annotations.NullMarked;
