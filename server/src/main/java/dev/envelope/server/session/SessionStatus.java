package dev.envelope.server.session;

import dev.envelope.game.view.Phase;

/**
 * Where a session stands, as of the last durable change.
 *
 * @param joinCode its join code
 * @param title the plan's title
 * @param phase its phase
 * @param paused whether its clock stands still
 * @param round the current round, 0 before the first
 * @param rounds how many rounds it has
 * @param seatsTaken how many seats are taken
 * @param connections how many connections it has
 */
public record SessionStatus(
        String joinCode,
        String title,
        Phase phase,
        boolean paused,
        int round,
        int rounds,
        int seatsTaken,
        int connections) {}
