package dev.envelope.game.view;

import java.util.Optional;

/**
 * What a seat is told beside the game.
 *
 * @param playedBy what acts for the seat in its owner's place: a strategy's name, or empty text where nothing does and the
 *     seat counts as missing; absent while the owner acts
 * @param note the instructor's last note to this seat or to everybody
 */
public record SeatAffairs(Optional<String> playedBy, Optional<String> note) {

    /** Nothing to tell. */
    public static final SeatAffairs NONE = new SeatAffairs(Optional.empty(), Optional.empty());
}
