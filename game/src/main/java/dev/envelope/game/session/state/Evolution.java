package dev.envelope.game.session.state;

import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.EventVisitor;
import dev.envelope.game.session.event.HandOver;
import dev.envelope.game.session.event.PauseCause;
import dev.envelope.game.session.setup.PlayedBlock;
import dev.envelope.game.session.setup.SessionSetup;
import dev.envelope.game.view.Phase;
import java.util.Optional;
import java.util.OptionalLong;

/** What each kind of event makes of a session: the step of the fold. */
final class Evolution implements EventVisitor<SessionState> {

    private final SessionState before;
    private final SessionSetup setup;
    private final Seating seating;
    private final RoundState round;
    private final Progress progress;
    private final long atMillis;

    Evolution(SessionState before) {
        this.before = before;
        this.setup = before.setup();
        this.seating = before.seating();
        this.round = before.current();
        this.progress = before.progress();
        this.atMillis = before.atMillis();
    }

    /** Refused: a session is opened once, by {@link SessionState#opened}. */
    @Override
    public SessionState visit(Event.SessionOpened event) {
        throw new IllegalArgumentException("event: SessionOpened in " + before + " (expected: the first one only)");
    }

    @Override
    public SessionState visit(Event.SeatTaken event) {
        boolean isNew = event.seat() == seating.seats().size();
        int awaited = isNew ? 0 : awaited(seating.seats().get(event.seat()));
        Seating seated = seating.plus(event);
        int more = awaited(seated.seats().get(event.seat())) - awaited;
        RoundState now = round.awaiting(round.awaited() + more);
        return new SessionState(setup, seated, inLobby(now, seated, event.atMillis()), progress, event.atMillis());
    }

    @Override
    public SessionState visit(Event.SessionStarted event) {
        return new SessionState(setup, seating, round, progress.afterStart(), event.atMillis());
    }

    @Override
    public SessionState visit(Event.RoundDealt event) {
        SeatVector seats = seating.seats().placed(event);
        RoundState dealt = RoundState.dealt(event, seats.count(SeatState::isAwaited));
        PlayedBlock block = setup.blockOf(event.round());
        Progress now = block.roundInBlock(event.round()) == 0 ? progress.inBlockOf(seating.taken()) : progress;
        return new SessionState(setup, seating.with(seats), dealt, now, event.atMillis());
    }

    @Override
    public SessionState visit(Event.RoundOpened event) {
        return new SessionState(setup, seating, round.opened(event), progress, event.atMillis());
    }

    @Override
    public SessionState visit(Event.MessageSealed event) {
        return changed(event.atMillis(), event.seat(), before.seat(event.seat()).sealed(event), progress);
    }

    @Override
    public SessionState visit(Event.StandInReplied event) {
        SeatState seat = before.seat(event.seat());
        return changed(event.atMillis(), event.seat(), seat.with(seat.presence().replied(event.message())), progress);
    }

    @Override
    public SessionState visit(Event.SeatAdvanced event) {
        SeatState seat = before.seat(event.seat());
        return changed(event.atMillis(), event.seat(), seat.with(seat.presence().advancing()), progress);
    }

    @Override
    public SessionState visit(Event.SeatHandedOver event) {
        SeatState seat = before.seat(event.seat());
        Presence presence = seat.presence().handedOver(event.standIn(), event.cause());
        return changed(event.atMillis(), event.seat(), seat.with(presence), progress.withMoreAffairs());
    }

    @Override
    public SessionState visit(Event.SeatGivenBack event) {
        SeatState seat = before.seat(event.seat());
        Presence presence = seat.presence().givenBack();
        return changed(event.atMillis(), event.seat(), seat.with(presence), progress.withMoreAffairs());
    }

    @Override
    public SessionState visit(Event.SeatFilled event) {
        boolean isNew = event.seat() == seating.seats().size();
        return isNew
                ? new SessionState(
                        setup,
                        seating.with(event.seat(), SeatState.filled(event.standIn())),
                        round,
                        progress,
                        event.atMillis())
                : changed(
                        event.atMillis(),
                        event.seat(),
                        before.seat(event.seat()).filledBy(event.standIn()),
                        progress);
    }

    @Override
    public SessionState visit(Event.SeatRemoved event) {
        SeatState seat = before.seat(event.seat());
        SeatState after = before.isStarted() ? ownerless(seat, HandOver.REMOVED) : SeatState.FREE;
        SessionState changed = changed(event.atMillis(), event.seat(), after, progress.withMoreAffairs());
        Seating seated = seating.without(event.seat(), after);
        RoundState now = inLobby(changed.current(), seated, event.atMillis());
        return new SessionState(setup, seated, now, changed.progress(), event.atMillis());
    }

    /** The seat whose owner is gone for good: what the plan says for those who drop out acts for it. */
    private SeatState ownerless(SeatState seat, HandOver cause) {
        return seat.with(seat.presence().handedOver(setup.plan().staffing().forLeavers(), cause));
    }

    @Override
    public SessionState visit(Event.NoteSent event) {
        Presence.Note note = new Presence.Note(progress.notes() + 1, event.text());
        if (event.seat().isEmpty()) {
            Progress told = progress.noting(Optional.of(note));
            return new SessionState(setup, seating, round, told, event.atMillis());
        }
        SeatState seat = before.seat(event.seat().getAsInt());
        SeatState told = seat.with(seat.presence().told(note));
        return changed(event.atMillis(), event.seat().getAsInt(), told, progress.noting(Optional.empty()));
    }

    @Override
    public SessionState visit(Event.SeatsInvited event) {
        Seating inviting = seating.inviting(event.keyHashes());
        return new SessionState(setup, inviting, round, progress, event.atMillis());
    }

    @Override
    public SessionState visit(Event.DoorMoved event) {
        return new SessionState(setup, seating, round, progress.withDoor(event.open()), event.atMillis());
    }

    @Override
    public SessionState visit(Event.RoundExtended event) {
        RoundState extended = round.extended(event.closesAtMillis());
        return new SessionState(setup, seating, extended, progress, event.atMillis());
    }

    /** A full session with forms waits for who has not filled them out, for a while; one with a free seat for its taker. */
    private RoundState inLobby(RoundState now, Seating seated, long at) {
        Seats seats = before.plan().seats();
        boolean waits = !before.isStarted()
                && seats.start() == Seats.Start.WHEN_FULL
                && before.plan().forms().precedeRounds();
        return waits ? now.beginning(seated.taken() == seats.wanted(), at) : now;
    }

    private SessionState changed(long at, int seat, SeatState after, Progress now) {
        int awaited = round.awaited() + awaited(after) - awaited(before.seat(seat));
        return new SessionState(setup, seating.with(seat, after), round.awaiting(awaited), now, at);
    }

    private static int awaited(SeatState seat) {
        return seat.isAwaited() ? 1 : 0;
    }

    @Override
    public SessionState visit(Event.GraceStarted event) {
        return new SessionState(setup, seating, round.inGraceUntil(event.closesAtMillis()), progress, event.atMillis());
    }

    @Override
    public SessionState visit(Event.RoundClosed event) {
        return new SessionState(setup, seating, round.closed(), progress, event.atMillis());
    }

    @Override
    public SessionState visit(Event.RoundSettled event) {
        PlayedBlock block = before.block();
        SettledRound settled =
                new SettledRound(block.index(), block.treatment(), block.block().practice(), round.dealt(), event);
        long[] lots = setup.lots().of(event.round(), before.seatNumbers());
        Seating paid = seating.with(
                seating.seats().map(seat -> seat.settled(settled, setup.lots().rule(), lots)));
        RoundState now = round.settled(event.nextRoundAtMillis());
        return new SessionState(setup, paid, now, progress.after(settled), event.atMillis());
    }

    @Override
    public SessionState visit(Event.Paused event) {
        if (event.cause() != PauseCause.RECOVERY) {
            return pausedSince(event.atMillis(), round, event);
        }
        // An open round counts from its last public moment: what it has left must not tell when somebody sealed.
        long since = before.phase() == Phase.OPEN ? round.runningSince() : atMillis;
        return pausedSince(since, round.withGraceUsed(atMillis - since), event);
    }

    private SessionState pausedSince(long since, RoundState now, Event event) {
        return new SessionState(setup, seating, now, progress.pausedAt(OptionalLong.of(since)), event.atMillis());
    }

    @Override
    public SessionState visit(Event.Resumed event) {
        Progress resumed = progress.pausedAt(OptionalLong.empty());
        return new SessionState(setup, seating, round.resumed(event), resumed, event.atMillis());
    }

    @Override
    public SessionState visit(Event.EndRequested event) {
        return new SessionState(setup, seating, round, progress.afterEndRequest(), event.atMillis());
    }

    @Override
    public SessionState visit(Event.ConsentAnswered event) {
        SeatState seat = before.seat(event.seat());
        if (event.agreed()) {
            SeatState agreed = seat.with(seat.forms().consenting());
            return changed(event.atMillis(), event.seat(), agreed, progress.withMoreAffairs());
        }
        SeatState left = before.isStarted() ? ownerless(seat, HandOver.DECLINED) : SeatState.FREE;
        SessionState changed = changed(event.atMillis(), event.seat(), left, progress.withMoreAffairs());
        Seating seated = seating.leaving(event.seat(), left);
        RoundState now = inLobby(changed.current(), seated, event.atMillis());
        return new SessionState(setup, seated, now, changed.progress(), event.atMillis());
    }

    @Override
    public SessionState visit(Event.ComprehensionAnswered event) {
        SeatState seat = before.seat(event.seat());
        SeatState after = seat.with(seat.forms().trying(event.answers(), event.wrong()));
        return changed(event.atMillis(), event.seat(), after, progress.withMoreAffairs());
    }

    @Override
    public SessionState visit(Event.QuestionnaireOpened event) {
        Progress asking = progress.pausedAt(OptionalLong.empty()).withMoreAffairs();
        return new SessionState(setup, seating, round.asking(event.closesAtMillis()), asking, event.atMillis());
    }

    @Override
    public SessionState visit(Event.QuestionnaireAnswered event) {
        SeatState seat = before.seat(event.seat());
        SeatState after = seat.with(seat.forms().answering(event.answers()));
        return changed(event.atMillis(), event.seat(), after, progress.withMoreAffairs());
    }

    @Override
    public SessionState visit(Event.SessionFinished event) {
        Progress ended = progress.pausedAt(OptionalLong.empty());
        Progress over = setup.plan().forms().equals(Forms.NONE) ? ended : ended.withMoreAffairs();
        return new SessionState(setup, seating, round.finished(), over, event.atMillis());
    }
}
