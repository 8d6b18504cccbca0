/**
 * Quadrature and root search that give the same bits on every JDK: arithmetic only, fixed order, no clock. Start at
 * {@link dev.envelope.theory.numeric.Quadrature}.
 */
@NullMarked
package dev.envelope.theory.numeric;

import org.jspecify.annotations.NullMarked;
