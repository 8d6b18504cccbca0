/**
 * The house strategies in the places of people who are missing. A server asks them; it knows none of its own.
 */
@org.jspecify.annotations.NullMarked
package dev.envelope.lab.standin;
