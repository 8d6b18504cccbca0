/**
 * What a mechanism makes its agents do: whether truth or any other strategy is optimal, taking part worth while, the budget
 * balanced and the outcome efficient, with witnesses where not. Start at {@link dev.envelope.theory.audit.game.Audit}.
 */
@NullMarked
package dev.envelope.theory.audit;

import org.jspecify.annotations.NullMarked;
