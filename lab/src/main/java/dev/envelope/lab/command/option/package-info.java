/** What several commands take from the command line: files, addresses, tokens, strategies, and how a failure is said. */
@NullMarked
package dev.envelope.lab.command.option;

import org.jspecify.annotations.NullMarked;
