/**
 * What a market ended in: who got what and who paid what, in whole ticks. Start at
 * {@link dev.envelope.game.outcome.Outcome}.
 */
@NullMarked
package dev.envelope.game.outcome;

import org.jspecify.annotations.NullMarked;
