package dev.envelope.server.export;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.table.Facts;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The first pass through a session's records: how far they may be exported, and what is to be known before. */
final class Survey implements Numbered.Reader {

    private static final String LETTERS = "bcdfghjkmnpqrstvwxyz";
    private static final int PSEUDONYM_LETTERS = 10;

    private final List<Facts.Seat> seats = new ArrayList<>();
    private Event.@Nullable SessionOpened opening;
    private byte[] first = new byte[0];
    private OptionalLong startedAt = OptionalLong.empty();
    private OptionalLong finishedAt = OptionalLong.empty();
    private Optional<SessionSeed> seed = Optional.empty();
    private int rounds;
    private boolean inRound;
    private long records;

    @Override
    public void next(long number, StoredRecord record, Event event) {
        if (event instanceof Event.SessionOpened opened) {
            opening = opened;
            first = record.hash();
        } else if (event instanceof Event.SeatTaken taken) {
            put(taken.seat(), new Facts.Seat(pseudonym(taken.seat()), taken.person(), taken.atMillis(), false));
        } else if (event instanceof Event.SeatFilled filled) {
            put(filled.seat(), new Facts.Seat(pseudonym(filled.seat()), false, filled.atMillis(), true));
        } else if (event instanceof Event.SessionStarted) {
            startedAt = OptionalLong.of(event.atMillis());
        } else if (event instanceof Event.RoundDealt) {
            inRound = true;
        } else if (event instanceof Event.RoundSettled) {
            inRound = false;
            rounds++;
        } else if (event instanceof Event.SessionFinished end) {
            seed = Optional.of(SessionSeed.parse(end.seed(), end.nonce()));
            finishedAt = OptionalLong.of(event.atMillis());
        }
        if (!inRound) {
            records = number;
        }
    }

    /** The seat as its last owner has it. */
    private void put(int number, Facts.Seat seat) {
        if (number < seats.size()) {
            seats.set(number, seat);
        } else {
            seats.add(seat);
        }
    }

    /** Letters without meaning, which no spreadsheet takes for a number; the same for the seat whenever it is exported. */
    private String pseudonym(int seat) {
        byte[] hash = Chain.sha256()
                .digest(ByteBuffer.allocate(first.length + Integer.BYTES)
                        .put(first)
                        .putInt(seat)
                        .array());
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < PSEUDONYM_LETTERS; i++) {
            int two = Short.toUnsignedInt(ByteBuffer.wrap(hash).getShort(2 * i));
            letters.append(LETTERS.charAt(two % LETTERS.length()));
        }
        return letters.toString();
    }

    /** What was found. */
    Facts facts(String joinCode) {
        Event.SessionOpened found = opening;
        if (found == null) {
            throw new JournalException("session " + joinCode + ": record 1 is missing (expected: its opening)");
        }
        return new Facts(found, seats, startedAt, finishedAt, seed, rounds, records, List.of());
    }
}
