/**
 * What a seat can say in a round. Start at {@link dev.envelope.game.message.Message}.
 */
@NullMarked
package dev.envelope.game.message;

import org.jspecify.annotations.NullMarked;
