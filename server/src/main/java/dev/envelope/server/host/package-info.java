/**
 * Sessions on threads: each is pinned to one, and what it puts out waits until what it rests on is durable. Start at
 * {@link dev.envelope.server.host.SessionHost}.
 */
@NullMarked
package dev.envelope.server.host;

import org.jspecify.annotations.NullMarked;
