/**
 * Events as the bytes of records, and back. Start at {@link dev.envelope.server.journal.event.EventCodec}.
 */
@NullMarked
package dev.envelope.server.journal.event;

import org.jspecify.annotations.NullMarked;
