package dev.envelope.theory.equilibrium;

/**
 * The refusal to name an equilibrium.
 *
 * @param reason what is not known or could not be verified, in a sentence a person can read
 */
public record NoEquilibrium(String reason) implements Solution {}
