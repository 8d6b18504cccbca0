package dev.envelope.game.session.state;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.seating.DropOuts;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.setup.PlayedBlock;
import dev.envelope.game.session.setup.PlayedGame;
import dev.envelope.game.session.setup.SessionSetup;
import dev.envelope.game.strategy.StrategyRandom;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.SeatAffairs;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** A session at a moment: the fold of its events. Immutable; evolving it by one message copies next to nothing. */
public final class SessionState {

    private final SessionSetup setup;
    private final Seating seating;
    private final RoundState round;
    private final Progress progress;
    private final long atMillis;

    SessionState(SessionSetup setup, Seating seating, RoundState round, Progress progress, long atMillis) {
        this.setup = setup;
        this.seating = seating;
        this.round = round;
        this.progress = progress;
        this.atMillis = atMillis;
    }

    /**
     * The session that {@code opening} opened.
     *
     * @throws IllegalArgumentException when {@code seed} is not what the opening is committed to, or these rules cannot
     *     play the plan
     */
    public static SessionState opened(Event.SessionOpened opening, SessionSeed seed) {
        return new SessionState(
                SessionSetup.of(opening, seed), Seating.EMPTY, RoundState.NONE, Progress.NONE, opening.atMillis());
    }

    /** The session after {@code event}. */
    public SessionState evolve(Event event) {
        return event.accept(new Evolution(this));
    }

    /** What is played. */
    public Plan plan() {
        return setup.plan();
    }

    /** The session's join code. */
    public String joinCode() {
        return setup.opening().joinCode();
    }

    /** The room whose address leads to the session; empty for none. */
    public String room() {
        return setup.opening().room();
    }

    /** Where the session stands. */
    public Phase phase() {
        return round.phase();
    }

    /** Whether the clock stands still. */
    public boolean isPaused() {
        return progress.pausedAt().isPresent();
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

    /** How many seats are taken, by their owners or by stand-ins. */
    public int seatsTaken() {
        return seating.taken();
    }

    /** How many numbers were given to seats: one more than the highest of them. */
    public int seatNumbers() {
        return seating.seats().size();
    }

    /** How many seats have sealed in the current round, or need not. To be shown only where its treatment reveals it. */
    public int sealedCount() {
        return round.sealed();
    }

    /** The seat of the key with this hash, if it has one. */
    public OptionalInt seatOf(String keyHash) {
        Integer seat = seating.byKey().get(keyHash);
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

    /** Whether nobody has the seat, and nothing acts for it. */
    public boolean isFree(int seat) {
        return seat(seat).isFree();
    }

    /** Whether the seat's owner has left it for good after the rounds had begun, so that it is nobody's. */
    public boolean hasLeft(int seat) {
        return seat(seat).presence().isNobodys();
    }

    /** The seat's payoff so far, in ticks. */
    public long totalTicks(int seat) {
        return seat(seat).totalTicks();
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

    /** When the open round closes at the latest; absent where there is no deadline. */
    public OptionalLong deadline() {
        return round.due().deadline();
    }

    /** What the public knows of the seed. */
    public SeedProof proof() {
        Optional<SeedProof.Revealed> revealed = phase() == Phase.FINISHED
                ? Optional.of(new SeedProof.Revealed(
                        setup.seed().seedHex(), setup.seed().nonceHex()))
                : Optional.empty();
        return new SeedProof(setup.opening().seedCommitment(), setup.opening().reproducible(), revealed);
    }

    /** How points become money, and what {@code seat} is paid once the rounds are over: nothing without its consent. */
    public PayView pay(OptionalInt seat) {
        return Payments.view(this, seat);
    }

    /** Whether the seat has not lost more than the plan's endowment. */
    public boolean isSolvent(int seat) {
        return Payments.isSolvent(this, seat);
    }

    /** Whether the plan ends the session because a seat has lost more than the endowment. */
    public boolean isStoppedByBankruptcy() {
        return Payments.isStoppedByBankruptcy(this);
    }

    /** The round that was settled last; empty before the first. */
    public Optional<SettledRound> settled() {
        return progress.settled();
    }

    /** Whether the seat is among those that the open round, or the questionnaire, waits for. For the instructor only. */
    public boolean isAwaited(int seat) {
        return phase() == Phase.QUESTIONNAIRE
                ? FormsDue.isAwaited(this, seat)
                : phase() == Phase.OPEN && seat(seat).isAwaited();
    }

    /** Whether the seat has agreed to take part, or need not. */
    public boolean hasConsent(int seat) {
        return FormsDue.hasConsent(this, seat);
    }

    /** Whether rounds go on in which the seat can say nothing before it has filled something out. */
    public boolean isUnready(int seat) {
        return phase() != Phase.QUESTIONNAIRE
                && phase() != Phase.FINISHED
                && FormsDue.beforeRounds(this, seat).isPresent();
    }

    /** What the seat has to fill out now; empty for nothing. */
    public Optional<FormKind> due(int seat) {
        return FormsDue.due(this, seat);
    }

    /** What a page around the rounds says; empty where there is no such page, or not yet. */
    public Optional<FormPage> page(FormKind kind) {
        return FormViews.page(this, kind);
    }

    /**
     * What becomes of who leaves now: what the plan says, and while the questionnaire is open at the latest after a minute
     * that it waits no more; empty where everything waits for them.
     */
    public Optional<DropOuts> dropOuts() {
        return plan().staffing()
                .dropOuts()
                .or(() -> phase() == Phase.QUESTIONNAIRE ? Optional.of(DropOuts.DEFAULT) : Optional.empty());
    }

    /** What acts for the seat in its owner's place, and why; empty while the owner does. */
    public Optional<StandIn> standIn(int seat) {
        return seat(seat).presence().absence().map(Presence.Absence::standIn);
    }

    /** How often who acts for a seat, or what seats were told, has changed. */
    public int affairs() {
        return progress.affairs();
    }

    /** What the seat is told beside the game: who acts for it, and the instructor's last note. */
    public SeatAffairs affairs(int seat) {
        return Views.affairs(this, OptionalInt.of(seat));
    }

    /** The same for a seat, or for a spectator without one. */
    public SeatAffairs affairs(OptionalInt seat) {
        return Views.affairs(this, seat);
    }

    /** What is asked of stand-ins: all of the open round that have not answered yet. */
    public List<Asked> asked() {
        return StandInQuestions.all(this);
    }

    /** What is asked of a stand-in for the seat: the strategy that acts for it, or the one that counts if its owner says nothing. */
    public Optional<Asked> asked(int seat) {
        return StandInQuestions.of(this, seat);
    }

    /** Whether the open round waits for what a strategy says for a seat that nobody plays. */
    public boolean awaitsAnswers() {
        return StandInQuestions.areAwaited(this);
    }

    /**
     * What is asked of a stand-in.
     *
     * @param seat the seat that it answers for
     * @param standIn what answers
     */
    public record Asked(int seat, StandIn standIn) {}

    /** Whether the rounds have begun, are not over, and the clock runs. */
    public boolean isRunning() {
        return isStarted() && phase() != Phase.FINISHED && !isPaused();
    }

    /** What chance a stand-in for the seat has in the current round; it follows from the session's seed. */
    public RandomGenerator standInRandom(int seat) {
        return StrategyRandom.forSeat(setup.seed().standInSeed(), seat, round());
    }

    public Seating seating() {
        return seating;
    }

    public Progress progress() {
        return progress;
    }

    public SessionSetup setup() {
        return setup;
    }

    public SeatState seat(int seat) {
        return seating.seats().get(seat);
    }

    public RoundState current() {
        return round;
    }

    public PlayedBlock block() {
        return setup.blockOf(round());
    }

    /** The game that is played at {@code place} of the current round. */
    public PlayedGame game(SeatState.Place place) {
        int seats = round.dealt().markets().get(place.market()).seats().size();
        return block().game(seats);
    }

    /** The role of the seat at {@code place} of the current round. */
    public int role(SeatState.Place place) {
        return game(place).treatment().roleOf(place.agent());
    }

    public boolean hasPersons() {
        return seating.persons() > 0;
    }

    public boolean isStarted() {
        return progress.started();
    }

    public boolean isEndRequested() {
        return progress.endRequested();
    }

    public OptionalLong pausedAt() {
        return progress.pausedAt();
    }

    /** Names where the session stands. */
    @Override
    public String toString() {
        return "SessionState[" + joinCode() + " " + phase() + " round " + round() + " at " + atMillis + "]";
    }
}
