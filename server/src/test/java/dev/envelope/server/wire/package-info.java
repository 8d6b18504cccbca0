/** The wire's translations, and the examples of its document. */
@NullMarked
package dev.envelope.server.wire;

import org.jspecify.annotations.NullMarked;
