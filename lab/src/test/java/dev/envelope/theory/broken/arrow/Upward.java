package dev.envelope.theory.broken.arrow;

import dev.envelope.game.message.Abstain;
import dev.envelope.theory.broken.Round;

/** Points against the arrows of the modules, and in a circle with {@link Round}. */
public record Upward(Abstain message, Round round) {}
