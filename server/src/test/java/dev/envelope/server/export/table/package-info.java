/** Tests of the tables of an export. */
@NullMarked
package dev.envelope.server.export.table;

import org.jspecify.annotations.NullMarked;
