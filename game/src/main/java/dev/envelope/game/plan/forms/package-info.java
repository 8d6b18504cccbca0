/**
 * What people fill out around the rounds: a consent page, questions on the instructions, a questionnaire, and where they go from
 * there. Start at {@link dev.envelope.game.plan.forms.Forms}.
 */
@NullMarked
package dev.envelope.game.plan.forms;

import org.jspecify.annotations.NullMarked;
