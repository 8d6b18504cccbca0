package dev.envelope.server.request;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.SeatStatus;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a client is told: an answer to a request, or a push. Immutable, so one instance can go to many. */
public sealed interface Response {

    /**
     * The answer to a hello.
     *
     * @param seat the seat, for participants
     * @param receiptSalt the seat's secret salt in lower-case hexadecimal, empty for others
     * @param snapshot where the session stands
     */
    record Welcome(OptionalInt seat, String receiptSalt, Snapshot snapshot) implements Response {}

    /**
     * A message stands and is on disk.
     *
     * @param round the round
     * @param number the seat's receipts are numbered from 1
     * @param hash SHA-256 over the seat's salt and the stored record
     */
    record Receipt(int round, int number, ReceiptHash hash) implements Response {}

    /** Nothing was changed. */
    record Refused(Refusal refusal) implements Response {}

    /** Everything the client may know; an answer, or a push after pushes were dropped. */
    record Current(Snapshot snapshot) implements Response {}

    /** The answer to a ping. */
    record Pong(long nonce) implements Response {}

    /** The answer to an instructor's command that was carried out. */
    record Done() implements Response {}

    /** The answer to the instructor who asks for it: the seats that are taken, by number. */
    record Roster(List<SeatStatus> seats) implements Response {

        /** Copies the list. */
        public Roster {
            seats = List.copyOf(seats);
        }
    }

    /** The answer to who asks for it: what a page says. */
    record Page(FormPage page) implements Response {}

    /** Push: messages are taken. */
    record RoundOpened(View view) implements Response {}

    /** Push: the round is settled. */
    record RoundSettled(RoundResult result) implements Response {}

    /**
     * Push: the session's phase changed or it was paused or resumed.
     *
     * @param remainingMillis until the open round closes, where a clock runs
     * @param revealed the seed, when the session has finished
     * @param paid what the seat is paid, when the rounds are over
     */
    record SessionChanged(
            Phase phase,
            boolean paused,
            OptionalLong remainingMillis,
            Optional<SeedProof.Revealed> revealed,
            Optional<PayView.Paid> paid)
            implements Response {}

    /**
     * Push, unnumbered: public counts.
     *
     * @param sealed how many seats have sealed, where the treatment reveals it
     */
    record News(int seatsTaken, int seatsWanted, OptionalInt sealed) implements Response {}
}
