/** The commands that need no server: what a file says, solved, audited, cleared, simulated or compared. */
@NullMarked
package dev.envelope.lab.command.game;

import org.jspecify.annotations.NullMarked;
