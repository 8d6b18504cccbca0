/**
 * The audit of a sealed-bid game with types of one dimension: its searches, and the verdicts they allow. Start at {@link
 * dev.envelope.theory.audit.game.Audit}.
 */
@NullMarked
package dev.envelope.theory.audit.game;

import org.jspecify.annotations.NullMarked;
