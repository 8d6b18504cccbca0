/**
 * The tables of an export about what people filled out, where the plan asks for it. Start at
 * {@link dev.envelope.server.export.form.QuestionnaireTable}.
 */
@NullMarked
package dev.envelope.server.export.form;

import org.jspecify.annotations.NullMarked;
