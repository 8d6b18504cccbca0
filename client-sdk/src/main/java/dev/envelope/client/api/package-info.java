/**
 * The values a client takes and gives, and the three ways a request can fail. Start at
 * {@link dev.envelope.client.api.ClientException} and {@link dev.envelope.client.api.Endpoint}.
 */
@NullMarked
package dev.envelope.client.api;

import org.jspecify.annotations.NullMarked;
