/**
 * Which rounds are paid, and what becomes of those who lose what they have. Start at {@link dev.envelope.game.pay.Earnings}; a
 * plan's terms are {@code dev.envelope.game.plan.Pay}.
 */
@NullMarked
package dev.envelope.game.pay;

import org.jspecify.annotations.NullMarked;
