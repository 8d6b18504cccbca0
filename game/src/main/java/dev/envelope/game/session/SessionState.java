package dev.envelope.game.session;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.pay.Bankruptcy;
import dev.envelope.game.pay.Earnings;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A session at a moment: the fold of its events. Immutable; evolving it by one message copies next to nothing. */
public final class SessionState {

    private final SessionSetup setup;
    private final Seating seating;
    private final RoundState round;
    private final Progress progress;
    private final long atMillis;

    private SessionState(SessionSetup setup, Seating seating, RoundState round, Progress progress, long atMillis) {
        this.setup = setup;
        this.seating = seating;
        this.round = round;
        this.progress = progress;
        this.atMillis = atMillis;
    }

    /**
     * The seats and who has them.
     *
     * @param byKey the number of the seat with the key of this hash; never iterated
     * @param persons how many of them are persons'
     */
    private record Seating(SeatVector seats, Map<String, Integer> byKey, int persons) {

        Seating with(SeatVector newSeats) {
            return new Seating(newSeats, byKey, persons);
        }

        Seating plus(Event.SeatTaken event) {
            Map<String, Integer> keys = new TreeMap<>(byKey);
            keys.put(event.keyHash(), event.seat());
            return new Seating(seats.plus(SeatState.taken(event)), keys, persons + (event.person() ? 1 : 0));
        }
    }

    /**
     * What the session has come to.
     *
     * @param started whether no more seats are taken
     * @param endRequested whether the current round is the last
     * @param pausedAt since when the clock stands still
     * @param settled the round that was settled last
     */
    private record Progress(
            boolean started, boolean endRequested, OptionalLong pausedAt, Optional<SettledRound> settled) {

        Progress afterStart() {
            return new Progress(true, endRequested, pausedAt, settled);
        }

        Progress afterEndRequest() {
            return new Progress(started, true, pausedAt, settled);
        }

        Progress pausedAt(OptionalLong time) {
            return new Progress(started, endRequested, time, settled);
        }

        Progress after(SettledRound round) {
            return new Progress(started, endRequested, pausedAt, Optional.of(round));
        }
    }

    /**
     * The session that {@code opening} opened.
     *
     * @throws IllegalArgumentException when {@code seed} is not what the opening is committed to, or these rules cannot
     *     play the plan
     */
    public static SessionState opened(Event.SessionOpened opening, SessionSeed seed) {
        return new SessionState(
                SessionSetup.of(opening, seed),
                new Seating(SeatVector.EMPTY, new TreeMap<>(), 0),
                RoundState.NONE,
                new Progress(false, false, OptionalLong.empty(), Optional.empty()),
                opening.atMillis());
    }

    /** The session after {@code event}. */
    public SessionState evolve(Event event) {
        return event.applyTo(this);
    }

    SessionState after(Event.SeatTaken event) {
        return new SessionState(setup, seating.plus(event), round, progress, event.atMillis());
    }

    SessionState after(Event.SessionStarted event) {
        return new SessionState(setup, seating, round, progress.afterStart(), event.atMillis());
    }

    SessionState after(Event.RoundDealt event) {
        SeatVector seats = Dealing.placed(seating.seats, event);
        return new SessionState(setup, seating.with(seats), RoundState.dealt(event), progress, event.atMillis());
    }

    SessionState after(Event.RoundOpened event) {
        return new SessionState(setup, seating, round.opened(event), progress, event.atMillis());
    }

    SessionState after(Event.MessageSealed event) {
        SeatState before = seat(event.seat());
        SeatVector seats = seating.seats.with(event.seat(), before.sealed(event));
        RoundState now = before.standing().isPresent() ? round : round.withOneMoreSealed();
        return new SessionState(setup, seating.with(seats), now, progress, event.atMillis());
    }

    SessionState after(Event.GraceStarted event) {
        return new SessionState(setup, seating, round.inGraceUntil(event.closesAtMillis()), progress, event.atMillis());
    }

    SessionState after(Event.RoundClosed event) {
        return new SessionState(setup, seating, round.closed(), progress, event.atMillis());
    }

    SessionState after(Event.RoundSettled event) {
        PlayedBlock block = block();
        SettledRound settled =
                new SettledRound(block.index(), block.treatment(), block.block().practice(), round.dealt(), event);
        long[] lots = setup.lots().of(event.round(), seatsTaken());
        Seating paid = seating.with(
                seating.seats.map(seat -> seat.settled(settled, setup.lots().rule(), lots)));
        RoundState now = round.settled(event.nextRoundAtMillis());
        return new SessionState(setup, paid, now, progress.after(settled), event.atMillis());
    }

    SessionState after(Event.Paused event) {
        if (event.cause() != PauseCause.RECOVERY) {
            return pausedSince(event.atMillis(), round, event);
        }
        // An open round counts from its last public moment: what it has left must not tell when somebody sealed.
        long since = phase() == Phase.OPEN ? round.runningSince() : atMillis;
        return pausedSince(since, round.withGraceUsed(atMillis - since), event);
    }

    private SessionState pausedSince(long since, RoundState now, Event event) {
        return new SessionState(setup, seating, now, progress.pausedAt(OptionalLong.of(since)), event.atMillis());
    }

    SessionState after(Event.Resumed event) {
        Progress resumed = progress.pausedAt(OptionalLong.empty());
        return new SessionState(setup, seating, round.resumed(event), resumed, event.atMillis());
    }

    SessionState after(Event.EndRequested event) {
        return new SessionState(setup, seating, round, progress.afterEndRequest(), event.atMillis());
    }

    SessionState after(Event.SessionFinished event) {
        Progress over = progress.pausedAt(OptionalLong.empty());
        return new SessionState(setup, seating, round.finished(), over, event.atMillis());
    }

    /** What is played. */
    public Plan plan() {
        return setup.plan();
    }

    /** The session's join code. */
    public String joinCode() {
        return setup.opening().joinCode();
    }

    /** Where the session stands. */
    public Phase phase() {
        return round.phase();
    }

    /** Whether the clock stands still. */
    public boolean isPaused() {
        return progress.pausedAt.isPresent();
    }

    /** The time of the last event. */
    public long atMillis() {
        return atMillis;
    }

    /**
     * When a {@link Command.Tick} is due; empty while nothing waits for the clock. For the shell only: it tells whether
     * everyone has sealed.
     */
    public OptionalLong wakeAt() {
        return isPaused() ? OptionalLong.empty() : round.due().first();
    }

    /** The round that is, or was last, dealt, from 1; 0 before the first. */
    public int round() {
        return round.number();
    }

    /** How many rounds the session has. */
    public int rounds() {
        return setup.rounds();
    }

    /** The treatment of the current round; empty before the first. */
    public Optional<Treatment> treatment() {
        return round() == 0 ? Optional.empty() : Optional.of(block().treatment());
    }

    /** How many seats are taken. */
    public int seatsTaken() {
        return seating.seats.size();
    }

    /** How many seats have sealed in the current round. To be shown only where its treatment reveals it. */
    public int sealedCount() {
        return round.sealed();
    }

    /** The seat of the key with this hash, if it has one. */
    public OptionalInt seatOf(String keyHash) {
        Integer seat = seating.byKey.get(keyHash);
        return seat == null ? OptionalInt.empty() : OptionalInt.of(seat);
    }

    /**
     * How many messages of the seat were taken in the current round. The count follows from the events; whoever hosts the
     * session says how many are enough, so that its record reads the same whatever that bound was.
     */
    public int messages(int seat) {
        return seat(seat).messages();
    }

    /** Whether a submission of the seat with this request id would repeat one that was taken. */
    public boolean isRepeated(int seat, long requestId) {
        return seat(seat).requests().find(requestId).isPresent();
    }

    /** Whether a person decides on the seat. */
    public boolean isPerson(int seat) {
        return seat(seat).owner().person();
    }

    /** The seat's secret salt of its receipts' hashes: 32 bytes in lower-case hexadecimal. */
    public String receiptSalt(int seat) {
        return setup.salts().salt(seat);
    }

    /** All the seat may know about the current round; empty before the first and when it sits the round out. */
    public Optional<View> view(int seat, long nowMillis) {
        return Views.view(this, seat, nowMillis);
    }

    /** All a seat, or a spectator without one, may know about the session. */
    public Snapshot snapshot(OptionalInt seat, long nowMillis) {
        return Views.snapshot(this, seat, nowMillis);
    }

    /** What the seat learned from the last settled round that it played; empty when there is none. */
    public Optional<RoundResult> result(int seat) {
        return seat(seat).played().map(Results::of);
    }

    /**
     * Milliseconds until the open round's deadline, absent while no clock runs. That everyone has sealed does not show in
     * it.
     */
    public OptionalLong remainingMillis(long nowMillis) {
        OptionalLong deadline = round.due().deadline();
        return isPaused() || deadline.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(StrictMath.max(0, deadline.getAsLong() - nowMillis));
    }

    /** What the public knows of the seed. */
    public SeedProof proof() {
        Optional<SeedProof.Revealed> revealed = phase() == Phase.FINISHED
                ? Optional.of(new SeedProof.Revealed(
                        setup.seed().seedHex(), setup.seed().nonceHex()))
                : Optional.empty();
        return new SeedProof(setup.opening().seedCommitment(), setup.opening().reproducible(), revealed);
    }

    /** How points become money, and what {@code seat} is paid once the session has finished. */
    public PayView pay(OptionalInt seat) {
        PayView terms = new PayView(plan().pay(), Optional.empty());
        return seat.isEmpty() || phase() != Phase.FINISHED ? terms : terms.with(Optional.of(paid(seat.getAsInt())));
    }

    private PayView.Paid paid(int seat) {
        Earnings earned =
                seat(seat).earnings().orElse(Earnings.none(plan().pay().paid()));
        BigDecimal points = plan().tick().multiply(BigDecimal.valueOf(earned.paidTicks()));
        return new PayView.Paid(
                earned.paidRounds(), earned.paidTicks(), plan().pay().money(points));
    }

    /** Whether the seat has not lost more than the plan's endowment. */
    boolean isSolvent(int seat) {
        return plan().pay().isSolvent(seat(seat).totalTicks(), plan().tick());
    }

    /** Whether the plan ends the session because a seat has lost more than the endowment. */
    boolean isStoppedByBankruptcy() {
        return plan().pay().bankruptcy() == Bankruptcy.STOP
                && !IntStream.range(0, seatsTaken()).allMatch(this::isSolvent);
    }

    /** The round that was settled last; empty before the first. */
    public Optional<SettledRound> settled() {
        return progress.settled;
    }

    SessionSetup setup() {
        return setup;
    }

    SeatState seat(int seat) {
        return seating.seats.get(seat);
    }

    RoundState current() {
        return round;
    }

    PlayedBlock block() {
        return setup.blockOf(round());
    }

    boolean hasPersons() {
        return seating.persons > 0;
    }

    boolean isStarted() {
        return progress.started;
    }

    boolean isEndRequested() {
        return progress.endRequested;
    }

    OptionalLong pausedAt() {
        return progress.pausedAt;
    }

    /** Names where the session stands. */
    @Override
    public String toString() {
        return "SessionState[" + joinCode() + " " + phase() + " round " + round() + " at " + atMillis + "]";
    }
}
