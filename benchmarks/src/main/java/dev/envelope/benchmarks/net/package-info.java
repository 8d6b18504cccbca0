/**
 * Both ends of a load run over TCP: the generator, and the bare echo it is compared with. Start at
 * {@link dev.envelope.benchmarks.net.LoadGenerator}.
 */
@NullMarked
package dev.envelope.benchmarks.net;

import org.jspecify.annotations.NullMarked;
