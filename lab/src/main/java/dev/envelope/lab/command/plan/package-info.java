/**
 * The commands on plan files: what can be done with a plan without playing it. Start at {@link
 * dev.envelope.lab.command.plan.PlanCommand}.
 */
@NullMarked
package dev.envelope.lab.command.plan;

import org.jspecify.annotations.NullMarked;
