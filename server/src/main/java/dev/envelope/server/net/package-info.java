/**
 * One port for raw TCP, HTTP and WebSocket, and the in-process transport. The only place with Netty types.
 */
@NullMarked
package dev.envelope.server.net;

import org.jspecify.annotations.NullMarked;
