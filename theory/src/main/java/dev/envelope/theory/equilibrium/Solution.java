package dev.envelope.theory.equilibrium;

/** The answer to "what is the equilibrium of this game": one that is known or verified, or why there is none to give. */
public sealed interface Solution permits Equilibrium, NoEquilibrium {}
