/**
 * Virtual values made monotone, for distributions that are not regular. Start at
 * {@link dev.envelope.theory.ironing.IronedVirtualValue}.
 */
@NullMarked
package dev.envelope.theory.ironing;

import org.jspecify.annotations.NullMarked;
