package dev.envelope.theory.units.unlike;

import dev.envelope.theory.distribution.ValueDistribution;

/**
 * Bidders that are alike and bid alike.
 *
 * @param type the distribution of each one's value
 * @param count how many there are, at least 1
 */
record UnitKind(ValueDistribution type, int count) {}
