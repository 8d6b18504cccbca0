/** Tests of the tables that have the rounds beside one another. */
@NullMarked
package dev.envelope.server.export.across;

import org.jspecify.annotations.NullMarked;
