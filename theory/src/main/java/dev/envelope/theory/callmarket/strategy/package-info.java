/**
 * Equilibria of double auctions among many buyers and sellers: offer functions, how they are found, and what deviations earn.
 * Start at {@link dev.envelope.theory.callmarket.strategy.CallMarketPlay}.
 */
@NullMarked
package dev.envelope.theory.callmarket.strategy;

import org.jspecify.annotations.NullMarked;
