/**
 * What an experimenter writes: blocks of rounds, each a treatment. Start at {@link dev.envelope.game.plan.Plan};
 * {@link dev.envelope.game.plan.Treatment} is the game that seats, bots and theory share.
 */
@NullMarked
package dev.envelope.game.plan;

import org.jspecify.annotations.NullMarked;
