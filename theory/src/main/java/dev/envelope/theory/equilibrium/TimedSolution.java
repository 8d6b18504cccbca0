package dev.envelope.theory.equilibrium;

/**
 * An answer with how long it took, kept apart so that the answer is the same every time.
 *
 * @param solution the equilibrium, or why there is none to give
 * @param seconds how long finding it took; a bound on gains, which {@link Certificate#gainBound} computes when asked, is not in it
 */
public record TimedSolution(Solution solution, double seconds) {}
