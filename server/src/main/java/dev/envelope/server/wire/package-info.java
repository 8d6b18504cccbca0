/**
 * The server's responses to the wire's messages, once for all who get the same. Start at {@code ResponseEncoder}.
 */
@NullMarked
package dev.envelope.server.wire;

import org.jspecify.annotations.NullMarked;
