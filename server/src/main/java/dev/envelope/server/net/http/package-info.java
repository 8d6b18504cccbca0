/**
 * What the port answers to HTTP: a few pages, and the door to the WebSocket for the pages of this server alone. Start with
 * {@link dev.envelope.server.net.http.HttpPages}.
 */
@NullMarked
package dev.envelope.server.net.http;

import org.jspecify.annotations.NullMarked;
