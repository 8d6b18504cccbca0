/**
 * A session at a moment: the fold of its events, and what each seat may see of it.
 *
 * <p>What is said of one seat, see {@link dev.envelope.game.session.state.SeatState}, is for the rules in {@code session} only.
 */
@NullMarked
package dev.envelope.game.session.state;

import org.jspecify.annotations.NullMarked;
