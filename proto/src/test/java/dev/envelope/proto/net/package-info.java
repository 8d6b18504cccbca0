/** The framing, without a socket. */
@NullMarked
package dev.envelope.proto.net;

import org.jspecify.annotations.NullMarked;
