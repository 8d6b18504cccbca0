/**
 * The server put together: journal, sessions and network behind one {@code start}. Start at
 * {@link dev.envelope.server.EnvelopeServer}.
 */
@NullMarked
package dev.envelope.server;

import org.jspecify.annotations.NullMarked;
