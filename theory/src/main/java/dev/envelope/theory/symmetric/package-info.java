/**
 * Symmetric independent private values: who takes part, what each type gains and bids, in formulas alone. Start at
 * {@link dev.envelope.theory.symmetric.SymmetricAuction}.
 */
@NullMarked
package dev.envelope.theory.symmetric;

import org.jspecify.annotations.NullMarked;
