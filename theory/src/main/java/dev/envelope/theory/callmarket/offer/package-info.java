/**
 * What the traders of one side of a double auction offer, as functions and as paths of prices with the types that offer them. Start at
 * {@link dev.envelope.theory.callmarket.offer.OfferFunction}.
 */
@NullMarked
package dev.envelope.theory.callmarket.offer;

import org.jspecify.annotations.NullMarked;
