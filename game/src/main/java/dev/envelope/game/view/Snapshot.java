package dev.envelope.game.view;

import dev.envelope.game.plan.Treatment;
import java.util.List;
import java.util.Optional;

/**
 * All that one seat, or a spectator, may know of a session: enough to go on for one who kept nothing.
 *
 * @param title the plan's title
 * @param phase where the session stands
 * @param paused whether the clock stands still
 * @param seatsTaken how many seats are taken
 * @param seatsWanted how many seats the session has
 * @param instructorStarts whether the first round waits for the instructor; otherwise it begins when all seats are taken
 * @param ending whether the instructor has said that the session ends after this round; told only to those without a seat,
 *     for whether bidders should know is the instructor's affair
 * @param rounds how many rounds the session has
 * @param treatments the games of the session, in the plan's order
 * @param view the seat's round, once one was dealt; empty for a spectator
 * @param lastResult the seat's last settled round; empty for a spectator
 * @param totalTicks the seat's payoff so far, in ticks
 * @param receipts the number of the seat's last receipt, 0 before the first one and for a spectator; it grows by one
 *     with each message that is taken for the seat, through whichever connection
 * @param proof the session's published commitment, and its seed once finished
 * @param pay how points become money, and what the seat is paid once finished
 * @param affairs what the seat is told beside the game
 */
public record Snapshot(
        String title,
        Phase phase,
        boolean paused,
        int seatsTaken,
        int seatsWanted,
        boolean instructorStarts,
        boolean ending,
        int rounds,
        List<Treatment> treatments,
        Optional<View> view,
        Optional<RoundResult> lastResult,
        long totalTicks,
        int receipts,
        SeedProof proof,
        PayView pay,
        SeatAffairs affairs) {

    /** Copies the list. */
    public Snapshot {
        treatments = List.copyOf(treatments);
    }

    /** The same for one who is called {@code label}, which stands beside the records: the state of a session knows no names. */
    public Snapshot withLabel(String label) {
        return affairs.forms().completionLink().isEmpty()
                ? this
                : new Snapshot(
                        title,
                        phase,
                        paused,
                        seatsTaken,
                        seatsWanted,
                        instructorStarts,
                        ending,
                        rounds,
                        treatments,
                        view,
                        lastResult,
                        totalTicks,
                        receipts,
                        proof,
                        pay,
                        affairs.withLabel(label));
    }
}
