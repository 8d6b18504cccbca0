/**
 * Recorded sessions played once more under other rules. Start at {@code Replay}.
 */
@NullMarked
package dev.envelope.lab.replay;

import org.jspecify.annotations.NullMarked;
