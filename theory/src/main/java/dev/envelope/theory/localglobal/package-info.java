/**
 * Two locals that want one object each against a global bidder that wants both: the smallest game in which payments in the
 * core and honest bids part ways. Start at {@link dev.envelope.theory.localglobal.LocalGlobalGame}.
 */
@NullMarked
package dev.envelope.theory.localglobal;

import org.jspecify.annotations.NullMarked;
