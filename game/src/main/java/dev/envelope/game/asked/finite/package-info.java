/**
 * Treatments in which everybody has finitely many values: their rules as theory has them, and what is known of them. Start at {@link
 * dev.envelope.game.asked.finite.FiniteTreatment}.
 */
@NullMarked
package dev.envelope.game.asked.finite;

import org.jspecify.annotations.NullMarked;
