/**
 * How a treatment is written: its mechanism, roles, values, messages, timing, and which of these are played and which are asked
 * about only. Start at {@link dev.envelope.game.plan.treatment.TreatmentReader}.
 */
@NullMarked
package dev.envelope.game.plan.treatment;

import org.jspecify.annotations.NullMarked;
