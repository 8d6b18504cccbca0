/**
 * A session's records as tables that statistics programs read, in one ZIP. Start at {@code SessionExport}.
 */
@NullMarked
package dev.envelope.server.export;

import org.jspecify.annotations.NullMarked;
