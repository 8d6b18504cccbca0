/** Tests of the whole server as a process of its own. */
@NullMarked
package dev.envelope.server;

import org.jspecify.annotations.NullMarked;
