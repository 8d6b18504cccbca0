/**
 * What seats submit, to protobuf and back: apart from the rest of the wire, because the journal stores the same bytes.
 * Start at {@link dev.envelope.server.wire.message.MessageCodec}.
 */
@NullMarked
package dev.envelope.server.wire.message;

import org.jspecify.annotations.NullMarked;
