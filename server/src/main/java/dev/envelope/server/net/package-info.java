/**
 * One port for raw TCP, HTTP and WebSocket, and the in-process transport. Netty types are found here and below, and
 * nowhere else; start with {@link dev.envelope.server.net.NetworkServer}.
 */
@NullMarked
package dev.envelope.server.net;

import org.jspecify.annotations.NullMarked;
