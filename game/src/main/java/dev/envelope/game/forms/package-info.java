/**
 * How far a seat is with what people fill out, and whether answers are answers. Start at
 * {@link dev.envelope.game.forms.SeatForms}.
 */
@NullMarked
package dev.envelope.game.forms;

import org.jspecify.annotations.NullMarked;
