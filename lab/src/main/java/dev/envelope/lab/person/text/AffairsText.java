package dev.envelope.lab.person.text;

import dev.envelope.game.view.SeatAffairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who plays for the seat and what the instructor says, in words: what has changed since it was last asked. */
public final class AffairsText {

    private final Catalogue words;
    private SeatAffairs told = SeatAffairs.NONE;

    public AffairsText(Catalogue words) {
        this.words = words;
    }

    /** What is new in {@code now}. */
    public List<String> news(SeatAffairs now) {
        List<String> lines = new ArrayList<>();
        if (!now.playedBy().equals(told.playedBy())) {
            lines.add(now.playedBy().map(this::playedBy).orElseGet(() -> words.text("played.own")));
        }
        Optional<String> note = now.note();
        if (note.isPresent() && !note.equals(told.note())) {
            lines.add(words.text("note", note.get()));
        }
        told = now;
        return lines;
    }

    private String playedBy(String strategy) {
        return strategy.isEmpty() ? words.text("played.by.nobody") : words.text("played.by", strategy);
    }
}
