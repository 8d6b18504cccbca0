/**
 * The search for smooth equilibria of the k-double auction among several buyers and sellers: paths fitted to first-order conditions. Start at
 * {@link dev.envelope.theory.callmarket.path.SmoothOffers}.
 */
@NullMarked
package dev.envelope.theory.callmarket.path;

import org.jspecify.annotations.NullMarked;
