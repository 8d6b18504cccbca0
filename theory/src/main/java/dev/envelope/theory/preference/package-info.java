/** How agents value a gain in money that is not certain. Start at {@link dev.envelope.theory.preference.Utility}. */
@NullMarked
package dev.envelope.theory.preference;

import org.jspecify.annotations.NullMarked;
