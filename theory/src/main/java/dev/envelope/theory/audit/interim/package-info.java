/**
 * What types expect by each of their messages, integrated or drawn, and at which types, messages and profiles it is looked at. Start at
 * {@link dev.envelope.theory.audit.interim.Interim}.
 */
@NullMarked
package dev.envelope.theory.audit.interim;

import org.jspecify.annotations.NullMarked;
