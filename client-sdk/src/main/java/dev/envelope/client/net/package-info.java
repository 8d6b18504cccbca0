/**
 * Netty under the links of a client: event loops, connections, framing. Start at
 * {@link dev.envelope.client.net.NettyThreads}.
 */
@NullMarked
package dev.envelope.client.net;

import org.jspecify.annotations.NullMarked;
