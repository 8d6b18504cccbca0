/**
 * What makes a session survive: hash-chained records, committed in groups. Start at
 * {@link dev.envelope.server.journal.Journal}.
 */
@NullMarked
package dev.envelope.server.journal;

import org.jspecify.annotations.NullMarked;
