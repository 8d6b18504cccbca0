/**
 * How a server is set up, and every bound it keeps: plain values that everything else may read. Start at
 * {@link dev.envelope.server.settings.ServerSettings}.
 */
@NullMarked
package dev.envelope.server.settings;

import org.jspecify.annotations.NullMarked;
