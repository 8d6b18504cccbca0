/**
 * The distributions of what others send, by which bounds on gains are computed: of strategies in lines or cubics, of any that do not
 * decrease, and on ticks. Start at {@link dev.envelope.theory.certificate.law.MessageLaw}.
 */
@NullMarked
package dev.envelope.theory.certificate.law;

import org.jspecify.annotations.NullMarked;
