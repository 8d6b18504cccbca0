/** Tests of exports: every number of a session is found again. */
@NullMarked
package dev.envelope.server.export;

import org.jspecify.annotations.NullMarked;
