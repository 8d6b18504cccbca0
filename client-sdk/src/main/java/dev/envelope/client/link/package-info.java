/**
 * The layers of a client between a link and a seat, each testable without a socket: links, request matching, reconnection,
 * memory. Not for programs. Start at {@link dev.envelope.client.link.Lifeline}.
 */
@NullMarked
package dev.envelope.client.link;

import org.jspecify.annotations.NullMarked;
