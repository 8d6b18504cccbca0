/**
 * What clients and servers say, to protobuf and back. Start at {@link dev.envelope.client.wire.ClientMessages} and
 * {@link dev.envelope.client.wire.ServerMessages}.
 */
@NullMarked
package dev.envelope.client.wire;

import org.jspecify.annotations.NullMarked;
