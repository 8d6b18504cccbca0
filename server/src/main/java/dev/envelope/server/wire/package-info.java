/**
 * The wire's protobuf messages to the server's requests and responses and back. Start at {@code RequestDecoder}.
 */
@NullMarked
package dev.envelope.server.wire;

import org.jspecify.annotations.NullMarked;
