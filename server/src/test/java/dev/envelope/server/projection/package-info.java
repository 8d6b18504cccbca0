/** Tests of the tables to query, in every database that keeps them. */
@NullMarked
package dev.envelope.server.projection;

import org.jspecify.annotations.NullMarked;
