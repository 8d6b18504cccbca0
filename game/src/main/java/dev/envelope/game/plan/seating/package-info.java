/**
 * How many seats a session has, and who plays for those who have none or are gone. Start at {@link
 * dev.envelope.game.plan.seating.Seats}.
 */
@NullMarked
package dev.envelope.game.plan.seating;

import org.jspecify.annotations.NullMarked;
