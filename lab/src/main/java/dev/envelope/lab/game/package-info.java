/**
 * Games stated in files, away from any session: what theory knows of them, as text and as JSON. Start at
 * {@link dev.envelope.lab.game.SolvedGame}.
 */
@NullMarked
package dev.envelope.lab.game;

import org.jspecify.annotations.NullMarked;
