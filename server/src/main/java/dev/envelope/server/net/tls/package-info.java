/**
 * The certificate and key of encrypted connections, read from their files. Start at {@link dev.envelope.server.net.tls.Certificates}.
 */
@NullMarked
package dev.envelope.server.net.tls;

import org.jspecify.annotations.NullMarked;
