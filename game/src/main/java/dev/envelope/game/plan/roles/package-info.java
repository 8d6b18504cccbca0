/**
 * The roles of a treatment, and the values that a plan states for whoever has them. Start at {@link
 * dev.envelope.game.plan.roles.RoleSpec}; {@link dev.envelope.game.plan.roles.StatedValues} is what theory makes of the values.
 */
@NullMarked
package dev.envelope.game.plan.roles;

import org.jspecify.annotations.NullMarked;
