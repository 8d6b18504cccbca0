/**
 * Third-price auctions among bidders of several kinds: first-order conditions, followed upwards from the lowest type. Start at {@link
 * dev.envelope.theory.bayes.ascent.Ascent}.
 */
@NullMarked
package dev.envelope.theory.bayes.ascent;

import org.jspecify.annotations.NullMarked;
