package dev.envelope.game.session;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A session at a moment: the fold of its events. Immutable; evolving it by one message copies next to nothing. */
@SuppressWarnings("DoNotCallSuggester")
public final class SessionState {

    private SessionState() {}

    /**
     * The session that {@code opening} opened.
     *
     * @throws IllegalArgumentException when {@code seed} is not what the opening is committed to
     */
    public static SessionState opened(Event.SessionOpened opening, SessionSeed seed) {
        throw new UnsupportedOperationException(opening + " " + seed);
    }

    /** The session after {@code event}. */
    public SessionState evolve(Event event) {
        throw new UnsupportedOperationException(event.toString());
    }

    /** What is played. */
    public Plan plan() {
        throw new UnsupportedOperationException();
    }

    /** The session's join code. */
    public String joinCode() {
        throw new UnsupportedOperationException();
    }

    /** Where the session stands. */
    public Phase phase() {
        throw new UnsupportedOperationException();
    }

    /** Whether the clock stands still. */
    public boolean isPaused() {
        throw new UnsupportedOperationException();
    }

    /** The time of the last event. */
    public long atMillis() {
        throw new UnsupportedOperationException();
    }

    /** When a {@link Command.Tick} is due; empty while nothing waits for the clock. */
    public OptionalLong wakeAt() {
        throw new UnsupportedOperationException();
    }

    /** The round that is, or was last, dealt, from 1; 0 before the first. */
    public int round() {
        throw new UnsupportedOperationException();
    }

    /** How many rounds the session has. */
    public int rounds() {
        throw new UnsupportedOperationException();
    }

    /** The treatment of the current round; empty before the first. */
    public Optional<Treatment> treatment() {
        throw new UnsupportedOperationException();
    }

    /** How many seats are taken. */
    public int seatsTaken() {
        throw new UnsupportedOperationException();
    }

    /** How many seats have sealed in the current round. To be shown only where its treatment reveals it. */
    public int sealedCount() {
        throw new UnsupportedOperationException();
    }

    /** The seat of the key with this hash, if it has one. */
    public OptionalInt seatOf(String keyHash) {
        throw new UnsupportedOperationException(keyHash);
    }

    /** Whether a person decides on the seat. */
    public boolean isPerson(int seat) {
        throw new UnsupportedOperationException("seat " + seat);
    }

    /** The seat's secret salt of its receipts' hashes: 32 bytes in lower-case hexadecimal. */
    public String receiptSalt(int seat) {
        throw new UnsupportedOperationException("seat " + seat);
    }

    /** All the seat may know about the current round; empty before the first and when it sits the round out. */
    public Optional<View> view(int seat, long nowMillis) {
        throw new UnsupportedOperationException("seat " + seat + nowMillis);
    }

    /** All a seat, or a spectator without one, may know about the session. */
    public Snapshot snapshot(OptionalInt seat, long nowMillis) {
        throw new UnsupportedOperationException("seat " + seat + nowMillis);
    }

    /** What the seat learned from the last settled round that it played; empty when there is none. */
    public Optional<RoundResult> result(int seat) {
        throw new UnsupportedOperationException("seat " + seat);
    }

    /** Milliseconds until the open round's deadline, absent while no clock runs. */
    public OptionalLong remainingMillis(long nowMillis) {
        throw new UnsupportedOperationException("at " + nowMillis);
    }

    /** What the public knows of the seed. */
    public SeedProof proof() {
        throw new UnsupportedOperationException();
    }

    /** The round that was settled last; empty before the first. */
    public Optional<SettledRound> settled() {
        throw new UnsupportedOperationException();
    }
}
