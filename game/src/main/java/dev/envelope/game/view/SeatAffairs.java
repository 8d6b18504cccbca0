package dev.envelope.game.view;

import java.util.Optional;

/**
 * What a seat is told beside the game.
 *
 * @param playedBy what acts for the seat in its owner's place: a strategy's name, or empty text where nothing does and the
 *     seat counts as missing; absent while the owner acts
 * @param note the instructor's last note to this seat or to everybody
 * @param forms how far the seat is with what people fill out
 */
public record SeatAffairs(Optional<String> playedBy, Optional<String> note, FormsStatus forms) {

    /** Nothing to tell. */
    public static final SeatAffairs NONE = new SeatAffairs(Optional.empty(), Optional.empty());

    /** Where nothing is filled out. */
    public SeatAffairs(Optional<String> playedBy, Optional<String> note) {
        this(playedBy, note, FormsStatus.NONE);
    }

    SeatAffairs withLabel(String label) {
        return new SeatAffairs(playedBy, note, forms.withLabel(label));
    }
}
