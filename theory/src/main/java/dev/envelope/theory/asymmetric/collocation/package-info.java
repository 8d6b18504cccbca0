/**
 * Solves the equations of unlike bidders' first-price bids by collocation: polynomials on panels, and a Newton iteration for them and for
 * the highest bid. Start at {@link dev.envelope.theory.asymmetric.collocation.Collocation}.
 */
@NullMarked
package dev.envelope.theory.asymmetric.collocation;

import org.jspecify.annotations.NullMarked;
