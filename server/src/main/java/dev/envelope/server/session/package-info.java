/**
 * Sessions on threads: commands are stamped and decided, outputs wait until what they rest on is durable. Start at
 * {@link dev.envelope.server.session.FrontDesk}, which is all that the network sees.
 */
@NullMarked
package dev.envelope.server.session;

import org.jspecify.annotations.NullMarked;
