/**
 * Who knows the equilibrium of which game. Start at {@link dev.envelope.theory.solver.Equilibria}; each family of games is
 * one {@link dev.envelope.theory.solver.Solver} in its list.
 */
@NullMarked
package dev.envelope.theory.solver;

import org.jspecify.annotations.NullMarked;
