package dev.envelope.server.transcript;

import dev.envelope.game.draw.ReceiptSalts;
import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.replay.Rederivation;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.event.EventCodec;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The check of a transcript: that every byte is as it was written, and that the rules lead from the seats' messages and the seed
 * to exactly these values, groups, ties, outcomes, payments and times. A session that has not finished has not revealed its
 * seed; of it only the bytes, the chain and the order of what happened can be checked.
 */
public final class TranscriptCheck {

    private final Source source;
    private final EventCodec codec;

    /** The check of what {@code source} opens, which is read twice. */
    public TranscriptCheck(Source source, EventCodec codec) {
        this.source = source;
        this.codec = codec;
    }

    /** Where a transcript is read from. */
    @FunctionalInterface
    public interface Source {
        /** Its bytes from the first on. */
        InputStream open() throws IOException;
    }

    /**
     * What was checked.
     *
     * @param joinCode the session's join code
     * @param records how many records it has
     * @param seats how many seats there were, those of bots that filled them included
     * @param rounds how many rounds were settled
     * @param messages how many messages were taken
     * @param finished whether the session has finished, so that all of it could be derived
     * @param commitment what the session was committed to before its first round: SHA-256 of seed and nonce, in lower-case
     *     hexadecimal
     * @param head the chain's last hash, in lower-case hexadecimal
     */
    public record Summary(
            String joinCode,
            long records,
            int seats,
            int rounds,
            long messages,
            boolean finished,
            String commitment,
            String head) {}

    /**
     * Checks everything.
     *
     * @throws TranscriptException naming the first record that does not fit
     */
    public Summary run() throws IOException {
        return run((number, event) -> {});
    }

    /** Like {@link #run()}, and hands every event to {@code listener} once it fitted. */
    public Summary run(Listener listener) throws IOException {
        Optional<SessionSeed> seed = seed();
        Counts counts = new Counts();
        try (TranscriptReader reader = new TranscriptReader(source.open())) {
            Optional<Rederivation> derived = Optional.empty();
            EventOrder order = new EventOrder();
            for (Optional<StoredRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                Event event = decoded(reader.records(), record.get());
                requireNone(reader.records(), order.next(event));
                if (reader.records() == 1 && event instanceof Event.SessionOpened opening && seed.isPresent()) {
                    derived = Optional.of(derivation(opening, seed.get()));
                } else if (derived.isPresent()) {
                    requireNone(reader.records(), derived.get().next(event));
                }
                counts.add(event, record.get());
                listener.next(reader.records(), event);
            }
            return counts.summary(reader);
        }
    }

    /** Takes the events of a transcript in order. */
    @FunctionalInterface
    public interface Listener {
        /** The event of record {@code number}, from 1. */
        void next(long number, Event event);
    }

    /** The record behind a receipt of this hash, if the finished session gave one out. */
    public OptionalLong record(String receiptHash) throws IOException {
        SessionSeed seed = seed().orElseThrow(() -> new TranscriptException(
                0, "the session has not finished, so its receipts cannot be checked yet (expected: one that has)"));
        byte[] wanted = HexFormat.of().parseHex(receiptHash);
        ReceiptSalts salts = ReceiptSalts.of(seed);
        MessageDigest digest = Chain.sha256();
        try (TranscriptReader reader = new TranscriptReader(source.open())) {
            for (Optional<StoredRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                if (decoded(reader.records(), record.get()) instanceof Event.MessageSealed sealed) {
                    digest.update(HexFormat.of().parseHex(salts.salt(sealed.seat())));
                    if (Arrays.equals(digest.digest(record.get().bytes()), wanted)) {
                        return OptionalLong.of(reader.records());
                    }
                }
            }
        }
        return OptionalLong.empty();
    }

    /**
     * The seed, from the session's end, wherever that stands: a record that was added after it does not hide it. Empty where the
     * session has not finished. Reads and checks every byte.
     */
    private Optional<SessionSeed> seed() throws IOException {
        try (TranscriptReader reader = new TranscriptReader(source.open())) {
            Optional<SessionSeed> seed = Optional.empty();
            for (Optional<StoredRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                if (reader.records() == 1) {
                    requireOpening(decoded(1, record.get()), reader.joinCode());
                } else if (seed.isEmpty()) {
                    seed = revealed(reader.records(), record.get());
                }
            }
            if (reader.records() == 0) {
                throw new TranscriptException(1, "missing (expected: the session's opening)");
            }
            return seed;
        }
    }

    /** The seed that the record reveals; a record that cannot be read is left for its turn. */
    private Optional<SessionSeed> revealed(long number, StoredRecord record) {
        try {
            return codec.decode(record.bytes()) instanceof Event.SessionFinished finished
                    ? Optional.of(seed(number, finished))
                    : Optional.empty();
        } catch (JournalException e) {
            return Optional.empty();
        }
    }

    private static SessionSeed seed(long number, Event.SessionFinished finished) {
        try {
            return SessionSeed.parse(finished.seed(), finished.nonce());
        } catch (IllegalArgumentException e) {
            throw new TranscriptException(number, String.valueOf(e.getMessage()));
        }
    }

    private Event decoded(long number, StoredRecord record) {
        try {
            Event event = codec.decode(record.bytes());
            if (!Arrays.equals(codec.encode(event), record.bytes())) {
                throw new TranscriptException(number, "it says more than the event it stands for");
            }
            return event;
        } catch (JournalException e) {
            throw new TranscriptException(number, String.valueOf(e.getMessage()));
        }
    }

    private static void requireOpening(Event event, String joinCode) {
        if (!(event instanceof Event.SessionOpened opening)) {
            throw new TranscriptException(1, event + " (expected: the session's opening)");
        }
        if (!opening.joinCode().equals(joinCode)) {
            throw new TranscriptException(
                    0, "the first line is of the session " + joinCode + " (expected: " + opening.joinCode() + ")");
        }
    }

    /** Everybody was shown whether somebody could know the draws; a seed that was given is known by its nonce or the plan. */
    private static void requireSaid(Event.SessionOpened opening, SessionSeed seed) {
        String ofPlan = opening.plan()
                .seed()
                .map(text -> SessionSeed.of(text).seedHex())
                .orElse("");
        boolean isGiven = SessionSeed.of(seed.seedHex()).nonceHex().equals(seed.nonceHex())
                || seed.seedHex().equals(ofPlan);
        if (isGiven && !opening.reproducible()) {
            throw new TranscriptException(
                    1, "reproducible: false (expected: true, for the seed was not drawn but given, as in the plan)");
        }
    }

    private static Rederivation derivation(Event.SessionOpened opening, SessionSeed seed) {
        requireSaid(opening, seed);
        try {
            return Rederivation.of(opening, seed);
        } catch (IllegalArgumentException e) {
            throw new TranscriptException(1, String.valueOf(e.getMessage()));
        }
    }

    private static void requireNone(long number, Optional<String> expected) {
        if (expected.isPresent()) {
            throw new TranscriptException(
                    number, "it does not follow from the records before it (expected: " + expected.get() + ")");
        }
    }

    private static final class Counts {

        private int seats;
        private int rounds;
        private long messages;
        private boolean finished;
        private String commitment = "";
        private byte[] head = new byte[0];

        void add(Event event, StoredRecord record) {
            seats = StrictMath.max(seats, numbers(event));
            rounds += event instanceof Event.RoundSettled ? 1 : 0;
            messages += event instanceof Event.MessageSealed ? 1 : 0;
            finished = event instanceof Event.SessionFinished;
            commitment = event instanceof Event.SessionOpened opening ? opening.seedCommitment() : commitment;
            head = record.hash();
        }

        /** How many numbers of seats there are once {@code event} has given one out. */
        private static int numbers(Event event) {
            if (event instanceof Event.SeatTaken taken) {
                return taken.seat() + 1;
            }
            return event instanceof Event.SeatFilled filled ? filled.seat() + 1 : 0;
        }

        Summary summary(TranscriptReader reader) {
            return new Summary(
                    reader.joinCode(),
                    reader.records(),
                    seats,
                    rounds,
                    messages,
                    finished,
                    commitment,
                    HexFormat.of().formatHex(head));
        }
    }
}
