/** The pages without a connection; over one they are tested with the network. */
@NullMarked
package dev.envelope.server.net.http;

import org.jspecify.annotations.NullMarked;
