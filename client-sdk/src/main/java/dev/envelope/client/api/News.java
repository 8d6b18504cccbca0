package dev.envelope.client.api;

import java.util.OptionalInt;

/**
 * Public counts.
 *
 * @param seatsTaken how many seats are taken
 * @param seatsWanted how many seats the session has
 * @param sealed how many seats have sealed in the open round, where the treatment reveals it
 */
public record News(int seatsTaken, int seatsWanted, OptionalInt sealed) {}
