/**
 * The words in which a game and its equilibrium are stated: strategies, certificate, predictions. Start at
 * {@link dev.envelope.theory.equilibrium.Equilibrium}.
 */
@NullMarked
package dev.envelope.theory.equilibrium;

import org.jspecify.annotations.NullMarked;
