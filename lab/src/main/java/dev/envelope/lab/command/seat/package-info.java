/** The commands that reach a server: a person's seat, bots, the instructor. */
@NullMarked
package dev.envelope.lab.command.seat;

import org.jspecify.annotations.NullMarked;
