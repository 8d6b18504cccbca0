package dev.envelope.server.export;

import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The exports of a running server, for who has a session's instructor token. Waits for the journal, so it is not for event loops;
 * what strangers ask it, it looks up in the journal a few times a second at most.
 */
public final class ExportDoor {

    private static final long LOOK_AGAIN_NANOS = 200_000_000;

    private final Journal journal;
    private final LongSupplier nanos;
    private final Map<String, StoredSession> known = new ConcurrentHashMap<>();
    private long lookAgainAt;

    /** The exports of the sessions of {@code journal}. */
    public ExportDoor(Journal journal) {
        this(journal, System::nanoTime);
    }

    ExportDoor(Journal journal, LongSupplier nanos) {
        this.journal = journal;
        this.nanos = nanos;
        lookAgainAt = nanos.getAsLong();
    }

    /** The session with this join code; empty when the journal has none. */
    public Optional<StoredSession> find(String joinCode) {
        String code = joinCode.strip().toUpperCase(Locale.ROOT);
        StoredSession found = known.get(code);
        return found == null ? look(code) : Optional.of(found);
    }

    private synchronized Optional<StoredSession> look(String code) {
        long now = nanos.getAsLong();
        if (now - lookAgainAt >= 0) {
            lookAgainAt = now + LOOK_AGAIN_NANOS;
            journal.sessions().forEach(session -> known.put(session.joinCode(), session));
        }
        return Optional.ofNullable(known.get(code));
    }

    /** Whether {@code token} is that of the session's instructor; takes as long for any wrong one. */
    public boolean admits(StoredSession session, String token) {
        byte[] found = Chain.sha256().digest(token.getBytes(StandardCharsets.UTF_8));
        byte[] expected = HexFormat.of().parseHex(session.secrets().instructorTokenHash());
        return MessageDigest.isEqual(found, expected);
    }

    /** The export of {@code session}, with names or without. */
    public SessionExport export(StoredSession session, boolean withNames) {
        return new SessionExport(Recording.of(journal, session), EventCodec.ofPlanFiles(), withNames);
    }
}
