/**
 * Auctions among bidders whose values have different distributions, beside the risk-neutral first-price auction: those who all
 * pay, two or more, and any number with constant relative risk aversion. Start at {@link dev.envelope.theory.unlike.UnlikeAllPay},
 * {@link dev.envelope.theory.unlike.AsymmetricAllPay} and {@link dev.envelope.theory.unlike.RiskAverseUnlike}.
 */
@NullMarked
package dev.envelope.theory.unlike;

import org.jspecify.annotations.NullMarked;
