/**
 * Cases of trade between one buyer and one seller, given and in equilibrium. Start at
 * {@link dev.envelope.lab.reference.trade.BilateralCases}.
 */
@NullMarked
package dev.envelope.lab.reference.trade;

import org.jspecify.annotations.NullMarked;
