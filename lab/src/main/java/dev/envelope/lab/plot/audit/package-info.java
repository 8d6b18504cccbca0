/**
 * The pictures of an audit: what types get, what they could get by another message, and the witnesses. Start at
 * {@link dev.envelope.lab.plot.audit.AuditPlot}.
 */
@NullMarked
package dev.envelope.lab.plot.audit;

import org.jspecify.annotations.NullMarked;
