/**
 * Microbenchmarks of the rules that clear a market, run by JMH. Start at {@link
 * dev.envelope.benchmarks.clearing.CallMarketBenchmark}.
 */
@NullMarked
package dev.envelope.benchmarks.clearing;

import org.jspecify.annotations.NullMarked;
