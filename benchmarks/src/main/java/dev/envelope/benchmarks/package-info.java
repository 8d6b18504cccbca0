/**
 * Measurements that are published in docs/benchmarks.md; never part of a test run and never shipped. Start at
 * {@link dev.envelope.benchmarks.LoadBenchmark}.
 */
@NullMarked
package dev.envelope.benchmarks;

import org.jspecify.annotations.NullMarked;
