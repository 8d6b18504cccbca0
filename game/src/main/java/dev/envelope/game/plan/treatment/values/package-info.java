/**
 * How the values of a treatment are written: distributions, mixtures, values that depend on each other, and the ticks they are drawn on.
 * Start at {@link dev.envelope.game.plan.treatment.values.ValuesReader}.
 */
@NullMarked
package dev.envelope.game.plan.treatment.values;

import org.jspecify.annotations.NullMarked;
