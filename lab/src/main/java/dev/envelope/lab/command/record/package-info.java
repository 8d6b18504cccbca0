/**
 * The commands on records of sessions: {@code transcript} and {@code export}.
 */
@NullMarked
package dev.envelope.lab.command.record;

import org.jspecify.annotations.NullMarked;
