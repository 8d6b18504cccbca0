/** Tests of the journal: one contract for every implementation, and what is stored. */
@NullMarked
package dev.envelope.server.journal;

import org.jspecify.annotations.NullMarked;
