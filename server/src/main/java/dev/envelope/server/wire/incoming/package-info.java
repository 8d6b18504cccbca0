/**
 * What clients send, as protobuf or as JSON, to the server's requests, or what is wrong with it. Start at {@code RequestDecoder}.
 */
@NullMarked
package dev.envelope.server.wire.incoming;

import org.jspecify.annotations.NullMarked;
