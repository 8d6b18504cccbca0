/**
 * The pictures of a game that textbooks draw, each made of what {@code theory} computes. Start at
 * {@link dev.envelope.lab.plot.game.GamePicture}.
 */
@NullMarked
package dev.envelope.lab.plot.game;

import org.jspecify.annotations.NullMarked;
