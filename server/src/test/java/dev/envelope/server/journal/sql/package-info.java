/** Tests of journals in databases: the contract of every journal, and what each database adds. */
@NullMarked
package dev.envelope.server.journal.sql;

import org.jspecify.annotations.NullMarked;
