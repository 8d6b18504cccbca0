package dev.envelope.game.view;

import dev.envelope.game.forms.FormKind;
import java.util.Optional;

/**
 * What an instructor sees of a seat: who has it and whether it is waited for, never what it has sent.
 *
 * @param seat its number
 * @param name the name its owner gave; empty where there is none
 * @param person whether a person took it
 * @param connected whether its owner is connected
 * @param awaited whether the open round waits for it
 * @param playedBy what acts for it in its owner's place, see {@link SeatAffairs#playedBy}
 * @param totalTicks its payoff so far, in ticks
 * @param due what it has to fill out now
 * @param left whether its owner did not agree to take part, or was removed, so that nobody has it
 */
public record SeatStatus(
        int seat,
        String name,
        boolean person,
        boolean connected,
        boolean awaited,
        Optional<String> playedBy,
        long totalTicks,
        Optional<FormKind> due,
        boolean left) {

    /** A seat that somebody has, who has nothing to fill out. */
    public SeatStatus(
            int seat,
            String name,
            boolean person,
            boolean connected,
            boolean awaited,
            Optional<String> playedBy,
            long totalTicks) {
        this(seat, name, person, connected, awaited, playedBy, totalTicks, Optional.empty(), false);
    }
}
