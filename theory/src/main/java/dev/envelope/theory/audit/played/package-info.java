/**
 * Audits of games that are not of one private number, one-number messages and risk neutrality: they are played out. Start at
 * {@link dev.envelope.theory.audit.played.PlayedAudit}.
 */
@NullMarked
package dev.envelope.theory.audit.played;

import org.jspecify.annotations.NullMarked;
