/**
 * Partners whose values have different distributions and who bid for the whole firm. Start at
 * {@link dev.envelope.theory.partnership.unlike.UnlikePartners}.
 */
@NullMarked
package dev.envelope.theory.partnership.unlike;

import org.jspecify.annotations.NullMarked;
