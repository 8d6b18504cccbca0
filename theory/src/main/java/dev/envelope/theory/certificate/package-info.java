/**
 * Upper bounds on what any deviation of any type can gain, over the continuum of both. Start at
 * {@link dev.envelope.theory.certificate.GainBound}.
 */
@NullMarked
package dev.envelope.theory.certificate;

import org.jspecify.annotations.NullMarked;
