package dev.envelope.server.live;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.request.ReceiptHash;
import java.util.Optional;

/** A session's state, its chain and its receipts, folded from its events together. For one thread at a time. */
public final class Fold {

    private final EventCodec codec;
    private final Chain chain = new Chain();
    private final Receipts receipts = new Receipts();
    private SessionState state;

    private Fold(EventCodec codec, SessionState state) {
        this.codec = codec;
        this.state = state;
    }

    /** The session that begins with {@code opening}, which is still to be stored: see {@link #first}. */
    public static Fold opened(EventCodec codec, Event.SessionOpened opening, SessionSeed seed) {
        return new Fold(codec, SessionState.opened(opening, seed));
    }

    /**
     * The session as the journal has it; empty when it has no records.
     *
     * @throws JournalException when a record does not fit or cannot be read
     */
    public static Optional<Fold> replay(EventCodec codec, Journal journal, StoredSession row) {
        SessionSeed seed = SessionSeed.parse(row.secrets().seed(), row.secrets().nonce());
        Replay replay = new Replay(codec, seed, row.id());
        journal.read(row.id(), replay::next);
        return replay.fold;
    }

    /** The first record. */
    StoredRecord first(Event.SessionOpened opening) {
        return chain.add(codec.encode(opening));
    }

    /** Adds an event; the state after it is its evolution. */
    StoredRecord add(Event event) {
        return add(event, state.evolve(event));
    }

    /** Adds an event whose evolution is known to be {@code after}. */
    StoredRecord add(Event event, SessionState after) {
        StoredRecord record = chain.add(codec.encode(event));
        advance(event, after, record.bytes());
        return record;
    }

    private void advance(Event event, SessionState after, byte[] bytes) {
        if (event instanceof Event.MessageSealed sealed) {
            receipts.add(after, sealed.seat(), sealed.receipt(), bytes);
        }
        state = after;
    }

    public SessionState state() {
        return state;
    }

    /** How many records the session has. */
    public long length() {
        return chain.length();
    }

    /** The hash of a receipt that was given out. */
    ReceiptHash receiptHash(int seat, int number) {
        return receipts.hash(seat, number);
    }

    /** Folds stored records one after another. */
    private static final class Replay {

        private final EventCodec codec;
        private final SessionSeed seed;
        private final long session;
        private Optional<Fold> fold = Optional.empty();

        Replay(EventCodec codec, SessionSeed seed, long session) {
            this.codec = codec;
            this.seed = seed;
            this.session = session;
        }

        void next(StoredRecord record) {
            Event event = codec.decode(record.bytes());
            if (fold.isPresent()) {
                Fold so = fold.get();
                so.chain.follow(record);
                so.advance(event, so.state.evolve(event), record.bytes());
            } else if (event instanceof Event.SessionOpened opening) {
                fold = Optional.of(opened(codec, opening, seed));
                fold.get().chain.follow(record);
            } else {
                throw new JournalException(
                        "session " + session + ": first record " + event + " (expected: the session's opening)");
            }
        }
    }
}
