/**
 * What rational agents do in a game, how that is known, and what follows from it. Start at
 * {@link dev.envelope.theory.equilibrium.Equilibria}.
 */
@NullMarked
package dev.envelope.theory.equilibrium;

import org.jspecify.annotations.NullMarked;
