/** The few protocol messages a load generator says and hears. Start at {@link dev.envelope.benchmarks.wire.Frames}. */
@NullMarked
package dev.envelope.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
