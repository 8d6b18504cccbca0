/**
 * The first-order conditions of all-pay auctions among bidders of different distributions, followed from the highest bid down. Start at
 * {@link dev.envelope.theory.unlike.descent.AllPayStops}, which searches for who stops before the end of an {@link
 * dev.envelope.theory.unlike.descent.AllPayPath}.
 */
@NullMarked
package dev.envelope.theory.unlike.descent;

import org.jspecify.annotations.NullMarked;
