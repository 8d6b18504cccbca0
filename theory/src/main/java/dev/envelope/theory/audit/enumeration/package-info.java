/**
 * Audits that go through all profiles, whatever is sold: what is counted of every agent, and what is said of all. Start at
 * {@link dev.envelope.theory.audit.enumeration.Enumeration}.
 */
@NullMarked
package dev.envelope.theory.audit.enumeration;

import org.jspecify.annotations.NullMarked;
