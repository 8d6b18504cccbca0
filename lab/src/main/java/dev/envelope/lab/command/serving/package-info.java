/** The commands that run a server, and what they tell those who are to join. */
@NullMarked
package dev.envelope.lab.command.serving;

import org.jspecify.annotations.NullMarked;
