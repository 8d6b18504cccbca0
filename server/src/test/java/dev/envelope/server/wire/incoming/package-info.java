/** What clients send, well and badly formed. */
@NullMarked
package dev.envelope.server.wire.incoming;

import org.jspecify.annotations.NullMarked;
