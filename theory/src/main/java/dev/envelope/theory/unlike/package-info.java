/**
 * Auctions among bidders whose values have different distributions, beside the risk-neutral first-price auction: two who all
 * pay, and any number with constant relative risk aversion. Start at {@link dev.envelope.theory.unlike.UnlikeAllPay} and
 * {@link dev.envelope.theory.unlike.RiskAverseUnlike}.
 */
@NullMarked
package dev.envelope.theory.unlike;

import org.jspecify.annotations.NullMarked;
