/**
 * The sessions of a server: how they are opened, found again after a restart, entered and ended. Start at
 * {@link dev.envelope.server.session.Sessions}.
 */
@NullMarked
package dev.envelope.server.session;

import org.jspecify.annotations.NullMarked;
