/** The network against a fake front desk, over sockets on 127.0.0.1 and without any. */
@NullMarked
package dev.envelope.server.net;

import org.jspecify.annotations.NullMarked;
