/**
 * Journals in databases: one SQLite file, or a PostgreSQL database. Start at
 * {@link dev.envelope.server.journal.sql.JournalAddress}.
 */
@NullMarked
package dev.envelope.server.journal.sql;

import org.jspecify.annotations.NullMarked;
