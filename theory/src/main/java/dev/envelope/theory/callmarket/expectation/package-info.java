/**
 * What call markets of many traders yield on average, exactly: by counting how many offers lie below a price, and quadrature.
 * Start at {@link dev.envelope.theory.callmarket.expectation.TruthfulTrade}.
 */
@NullMarked
package dev.envelope.theory.callmarket.expectation;

import org.jspecify.annotations.NullMarked;
