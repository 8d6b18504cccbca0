/**
 * Trade between one buyer and one seller whose types are private: what it is worth, and what any mechanism can reach. Start at
 * {@link dev.envelope.theory.bilateral.Traders}; the double auction's equilibria are in the package {@code strategy}.
 */
@NullMarked
package dev.envelope.theory.bilateral;

import org.jspecify.annotations.NullMarked;
