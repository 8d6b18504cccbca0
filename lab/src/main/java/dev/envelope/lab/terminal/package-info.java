/**
 * What this process was started on: terminals, pipes or files. Start at {@link dev.envelope.lab.terminal.Terminal}.
 */
@NullMarked
package dev.envelope.lab.terminal;

import org.jspecify.annotations.NullMarked;
