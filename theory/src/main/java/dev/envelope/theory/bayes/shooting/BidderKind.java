package dev.envelope.theory.bayes.shooting;

import dev.envelope.theory.distribution.ValueDistribution;

/**
 * Bidders that are alike and bid alike.
 *
 * @param type the distribution of each one's type
 * @param count how many there are, at least 1
 */
public record BidderKind(ValueDistribution type, int count) {}
