/** Tests of the commands on records. */
@NullMarked
package dev.envelope.lab.command.record;

import org.jspecify.annotations.NullMarked;
