/**
 * Equilibria of markets that choose among alternatives rather than sell units: projects, partnerships, licences, offers one after
 * another. Start at {@link dev.envelope.theory.efficient.solution.ChoiceSolutions}.
 */
@NullMarked
package dev.envelope.theory.efficient.solution;

import org.jspecify.annotations.NullMarked;
