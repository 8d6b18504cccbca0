/**
 * The commands of the program, one class each. They read options, call the packages beside this one and print; start at
 * {@link dev.envelope.lab.command.EnvelopeCommand}.
 */
@NullMarked
package dev.envelope.lab.command;

import org.jspecify.annotations.NullMarked;
