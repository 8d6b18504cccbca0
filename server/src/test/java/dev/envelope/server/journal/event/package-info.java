/** Tests of how events are written as records and read. */
@NullMarked
package dev.envelope.server.journal.event;

import org.jspecify.annotations.NullMarked;
