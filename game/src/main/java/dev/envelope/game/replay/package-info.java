/**
 * What a recorded session says about itself: whether its events are those that the rules lead to, and what its draws come to
 * under other rules. Start at {@code Rederivation}.
 */
@NullMarked
package dev.envelope.game.replay;

import org.jspecify.annotations.NullMarked;
