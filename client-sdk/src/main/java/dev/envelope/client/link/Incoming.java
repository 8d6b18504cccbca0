package dev.envelope.client.link;

import dev.envelope.client.api.News;
import dev.envelope.client.api.Receipt;
import dev.envelope.game.message.Message;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.SeatStatus;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a server says. Rounds name their treatment; {@link Known} knows what the name stands for. */
public sealed interface Incoming {

    /**
     * The answer to a hello.
     *
     * @param seat the seat, for participants
     * @param outstanding how many requests may be unanswered at once
     * @param idleMillis after how long a silence the server hangs up
     * @param current where the session stands
     */
    record Welcome(OptionalInt seat, int outstanding, long idleMillis, Current current) implements Incoming {}

    /**
     * A whole snapshot.
     *
     * @param base the snapshot without the seat's view
     * @param round the seat's round, once one was dealt
     * @param standing the seat's own message in it
     */
    record Current(Snapshot base, Optional<RoundOpened> round, Optional<Message> standing) implements Incoming {}

    /** A message stands. */
    record Received(Receipt receipt) implements Incoming {}

    /** Something was refused. */
    record Refused(Refusal refusal) implements Incoming {}

    /** The answer to a ping. */
    record Pong(long nonce) implements Incoming {}

    /** An instructor's command was carried out. */
    record Done() implements Incoming {}

    /**
     * Messages are taken.
     *
     * @param round the round, from 1
     * @param treatment the treatment's id
     * @param role an index into the treatment's roles
     * @param valueTicks the seat's value or cost
     * @param remainingMillis until the round closes, where a clock runs
     */
    record RoundOpened(int round, String treatment, int role, long valueTicks, OptionalLong remainingMillis)
            implements Incoming {}

    /** The seat's round is settled. */
    record RoundSettled(RoundResult result) implements Incoming {}

    /**
     * The session's phase changed, or it was paused or resumed.
     *
     * @param remainingMillis until the open round closes, where a clock runs
     * @param revealed the seed, when the session has finished
     * @param paid what the seat is paid, when the session has finished
     */
    record SessionChanged(
            Phase phase,
            boolean paused,
            OptionalLong remainingMillis,
            Optional<SeedProof.Revealed> revealed,
            Optional<PayView.Paid> paid)
            implements Incoming {}

    /** What a page says. */
    record Page(FormPage page) implements Incoming {}

    /** Who is in which seat. */
    record Roster(List<SeatStatus> seats) implements Incoming {

        /** Copies the list. */
        public Roster {
            seats = List.copyOf(seats);
        }
    }

    /** Public counts. */
    record NewsArrived(News news) implements Incoming {}
}
