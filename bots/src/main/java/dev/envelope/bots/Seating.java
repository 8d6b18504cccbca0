package dev.envelope.bots;

import dev.envelope.client.api.Rejected;
import java.util.Optional;

/**
 * How many seats a crew got.
 *
 * @param taken how many bots are seated, at least 1 and at most {@code wanted} of a crew that plays
 * @param wanted how many were to be
 * @param refusal why there are fewer than wanted: the session takes no more
 */
public record Seating(int taken, int wanted, Optional<Rejected> refusal) {}
