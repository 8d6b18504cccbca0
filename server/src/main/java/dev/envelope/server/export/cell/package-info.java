/**
 * Cells of CSV files: how numbers, times, messages and words are spelled, and what a column is. Start at {@code Csv}.
 */
@NullMarked
package dev.envelope.server.export.cell;

import org.jspecify.annotations.NullMarked;
