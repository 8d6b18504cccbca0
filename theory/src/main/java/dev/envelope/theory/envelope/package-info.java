/**
 * What an allocation rule alone says of payoffs and payments: the envelope formula, in auctions of one object. Start at
 * {@link dev.envelope.theory.envelope.PayoffEquivalence}.
 */
@NullMarked
package dev.envelope.theory.envelope;

import org.jspecify.annotations.NullMarked;
