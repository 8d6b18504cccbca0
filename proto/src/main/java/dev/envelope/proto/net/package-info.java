/**
 * How messages are put on a TCP connection, by both ends: an opening, then frames of bounded length. Start at
 * {@link dev.envelope.proto.net.FrameCodec}.
 */
@NullMarked
package dev.envelope.proto.net;

import org.jspecify.annotations.NullMarked;
