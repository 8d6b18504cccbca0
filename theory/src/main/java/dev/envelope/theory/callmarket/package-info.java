/**
 * Call markets of many buyers and sellers of one unit each: who trades at which prices, by one clearing for all rules. Start at
 * {@link dev.envelope.theory.callmarket.CallMechanism}.
 */
@NullMarked
package dev.envelope.theory.callmarket;

import org.jspecify.annotations.NullMarked;
