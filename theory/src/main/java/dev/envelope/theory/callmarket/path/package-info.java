/**
 * Smooth equilibria of the k-double auction among several buyers and sellers, as paths of prices with the types that offer them,
 * fitted to first-order conditions. Start at {@link dev.envelope.theory.callmarket.path.SmoothOffers}.
 */
@NullMarked
package dev.envelope.theory.callmarket.path;

import org.jspecify.annotations.NullMarked;
