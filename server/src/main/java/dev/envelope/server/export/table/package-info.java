/**
 * The tables of an export, each a CSV file: what is in which column, and what that means. Start at {@code Table};
 * {@code Facts} and {@code ExportedRound} are what they are made of.
 */
@NullMarked
package dev.envelope.server.export.table;

import org.jspecify.annotations.NullMarked;
