/**
 * What makes a session survive: hash-chained records, committed in groups.
 */
@NullMarked
package dev.envelope.server.journal;

import org.jspecify.annotations.NullMarked;
