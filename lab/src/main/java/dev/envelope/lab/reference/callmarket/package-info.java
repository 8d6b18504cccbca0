/**
 * Cases of call markets, with several buyers and sellers of one unit each: what truthful traders expect, what stated offers yield, and
 * equilibria. Start at {@link dev.envelope.lab.reference.callmarket.CallMarketCases}.
 */
@NullMarked
package dev.envelope.lab.reference.callmarket;

import org.jspecify.annotations.NullMarked;
