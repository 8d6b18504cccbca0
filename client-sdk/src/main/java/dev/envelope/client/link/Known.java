package dev.envelope.client.link;

import dev.envelope.client.api.News;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * All that is known of a session: the last snapshot with every push since folded in.
 *
 * @param seat the seat, for participants
 * @param snapshot the latest
 */
public record Known(OptionalInt seat, Snapshot snapshot) {

    /** What {@code current} says; empty when it names a treatment it does not list. */
    public static Optional<Known> of(OptionalInt seat, Incoming.Current current) {
        Snapshot base = current.base();
        Known bare = new Known(seat, base);
        if (seat.isEmpty() || current.round().isEmpty()) {
            return Optional.of(bare);
        }
        return bare.view(current.round().get(), base.phase(), current.standing())
                .map(view -> bare.with(base.phase(), base.paused(), Optional.of(view), base.lastResult()));
    }

    /** After a round opened; empty when its treatment is unknown, so that a snapshot is needed. */
    public Optional<Known> opened(Incoming.RoundOpened round) {
        if (seat.isEmpty()) {
            return Optional.of(with(Phase.OPEN, snapshot.paused(), Optional.empty(), snapshot.lastResult()));
        }
        return view(round, Phase.OPEN, Optional.empty())
                .map(view -> with(Phase.OPEN, snapshot.paused(), Optional.of(view), snapshot.lastResult()));
    }

    /** After a round was settled. */
    public Known settled(RoundResult result) {
        boolean same = snapshot.view().map(v -> v.round() == result.round()).orElse(false);
        Phase phase = same ? Phase.SETTLED : snapshot.phase();
        Optional<View> view =
                snapshot.view().map(v -> change(v, phase, v.standing(), OptionalLong.empty(), result.totalTicks()));
        return new Known(seat, with(phase, snapshot.paused(), view, Optional.of(result)).snapshot);
    }

    /** After the session's phase changed. */
    public Known changed(Incoming.SessionChanged change) {
        // A settled view is of a past round: the seat sits this one out, or its round is announced next.
        Optional<View> view = snapshot.view()
                .map(v -> v.phase() == Phase.SETTLED
                        ? v
                        : change(v, change.phase(), v.standing(), change.remainingMillis(), v.totalTicks()));
        Snapshot next = with(change.phase(), change.paused(), view, snapshot.lastResult()).snapshot;
        if (change.revealed().isEmpty() && change.paid().isEmpty()) {
            return new Known(seat, next);
        }
        SeedProof proof = new SeedProof(
                snapshot.proof().commitment(),
                snapshot.proof().reproducible(),
                change.revealed().or(() -> snapshot.proof().revealed()));
        PayView pay = snapshot.pay().with(change.paid());
        return new Known(seat, copy(next, next.seatsTaken(), next.seatsWanted(), next.receipts(), proof, pay));
    }

    /** After news. */
    public Known told(News news) {
        return new Known(
                seat,
                copy(
                        snapshot,
                        news.seatsTaken(),
                        news.seatsWanted(),
                        snapshot.receipts(),
                        snapshot.proof(),
                        snapshot.pay()));
    }

    /** The seat's message in {@code round}, if there is one. */
    public Optional<Message> standing(int round) {
        return snapshot.view().filter(v -> v.round() == round).flatMap(View::standing);
    }

    /** After the server took {@code message} in round {@code round} and gave it the seat's receipt {@code receipt}. */
    public Known withStanding(int round, Message message, int receipt) {
        Optional<View> view = snapshot.view()
                .map(v -> v.round() != round
                        ? v
                        : change(v, v.phase(), Optional.of(message), v.remainingMillis(), v.totalTicks()));
        int receipts = Math.max(snapshot.receipts(), receipt);
        Known next = with(snapshot.phase(), snapshot.paused(), view, snapshot.lastResult());
        Snapshot s = next.snapshot;
        return new Known(seat, copy(s, s.seatsTaken(), s.seatsWanted(), receipts, s.proof(), s.pay()));
    }

    /** The view of the round that takes messages now, if any. */
    public Optional<View> open() {
        return snapshot.view().filter(v -> v.phase() == Phase.OPEN);
    }

    private Optional<View> view(Incoming.RoundOpened round, Phase phase, Optional<Message> standing) {
        for (Treatment treatment : snapshot.treatments()) {
            if (treatment.id().equals(round.treatment())
                    && round.role() < treatment.roles().size()) {
                return Optional.of(new View(
                        seat.orElseThrow(),
                        round.round(),
                        snapshot.rounds(),
                        phase,
                        treatment,
                        round.role(),
                        round.valueTicks(),
                        standing,
                        round.remainingMillis(),
                        snapshot.totalTicks()));
            }
        }
        return Optional.empty();
    }

    private static View change(View v, Phase phase, Optional<Message> standing, OptionalLong remaining, long total) {
        return new View(
                v.seat(),
                v.round(),
                v.rounds(),
                phase,
                v.treatment(),
                v.role(),
                v.valueTicks(),
                standing,
                remaining,
                total);
    }

    private Known with(Phase phase, boolean paused, Optional<View> view, Optional<RoundResult> result) {
        Snapshot s = snapshot;
        long total = result.isPresent() && !result.equals(s.lastResult())
                ? result.get().totalTicks()
                : s.totalTicks();
        return new Known(
                seat,
                new Snapshot(
                        s.title(),
                        phase,
                        paused,
                        s.seatsTaken(),
                        s.seatsWanted(),
                        s.instructorStarts(),
                        s.ending(),
                        s.rounds(),
                        s.treatments(),
                        view,
                        result,
                        total,
                        s.receipts(),
                        s.proof(),
                        s.pay(),
                        s.affairs()));
    }

    private static Snapshot copy(
            Snapshot s, int seatsTaken, int seatsWanted, int receipts, SeedProof proof, PayView pay) {
        return new Snapshot(
                s.title(),
                s.phase(),
                s.paused(),
                seatsTaken,
                seatsWanted,
                s.instructorStarts(),
                s.ending(),
                s.rounds(),
                s.treatments(),
                s.view(),
                s.lastResult(),
                s.totalTicks(),
                receipts,
                proof,
                pay,
                s.affairs());
    }
}
