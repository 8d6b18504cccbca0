/**
 * Plan files: YAML in, a plan or all that is wrong with it out, each problem with its place. Start at
 * {@link dev.envelope.game.plan.file.PlanReader}; {@code docs/plan.md} has the schema.
 */
@NullMarked
package dev.envelope.game.plan.file;

import org.jspecify.annotations.NullMarked;
