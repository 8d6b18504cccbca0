/**
 * How a plan puts seats into groups from round to round, and roles to seats. Start at {@link
 * dev.envelope.game.plan.groups.Grouping}.
 */
@NullMarked
package dev.envelope.game.plan.groups;

import org.jspecify.annotations.NullMarked;
