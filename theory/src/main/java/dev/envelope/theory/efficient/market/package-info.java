/**
 * Balanced efficient mechanisms as rules of a live market: reports in, allocation and payments that sum to 0 out. Start
 * at {@link dev.envelope.theory.efficient.market.BalancedMarket}.
 */
@NullMarked
package dev.envelope.theory.efficient.market;

import org.jspecify.annotations.NullMarked;
