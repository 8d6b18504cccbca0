/**
 * Audits of games in which every agent has finitely many types, by going through all of them. Start at {@link
 * dev.envelope.theory.audit.finite.FiniteAudit}.
 */
@NullMarked
package dev.envelope.theory.audit.finite;

import org.jspecify.annotations.NullMarked;
