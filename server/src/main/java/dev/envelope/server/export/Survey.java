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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The first pass through a session's records: how far they may be exported, and what is to be known before. */
final class Survey implements Numbered.Reader {

    private static final String LETTERS = "bcdfghjkmnpqrstvwxyz";
    private static final int PSEUDONYM_LETTERS = 10;

    private final List<List<Facts.Seat>> owners = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
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
            put(taken.seat(), taken.person(), taken.atMillis(), false, number);
        } else if (event instanceof Event.SeatFilled filled) {
            put(filled.seat(), false, filled.atMillis(), true, number);
        } else if (event instanceof Event.ConsentAnswered consent) {
            answered(consent, number);
        } else if (event instanceof Event.SeatRemoved removed) {
            left(removed.seat(), number);
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

    /** The seat has a new owner, to whom the round in progress counts, if there is one. */
    private void put(int seat, boolean person, long at, boolean filled, long record) {
        if (seat == owners.size()) {
            owners.add(new ArrayList<>());
        }
        List<Facts.Seat> ofSeat = owners.get(seat);
        boolean asked =
                person && opening != null && opening.plan().forms().consent().isPresent();
        ofSeat.add(new Facts.Seat(
                pseudonym(seat, ofSeat.size()),
                person,
                at,
                filled,
                !asked,
                asked ? Optional.of(false) : Optional.empty(),
                record,
                rounds + 1,
                Integer.MAX_VALUE));
    }

    /** Who agrees takes part; who does not any more, when the rounds have begun, has taken part all the same. */
    private void answered(Event.ConsentAnswered consent, long record) {
        change(consent.seat(), record, owner -> owner.consenting(consent.agreed()));
        if (consent.agreed()) {
            change(consent.seat(), record, owner -> owner.partaking(true));
        } else {
            left(consent.seat(), record);
        }
    }

    /** Who leaves before the first round does not take part; later rounds are nobody's, the one in progress among them. */
    private void left(int seat, long record) {
        int settled = rounds;
        boolean begun = startedAt.isPresent();
        change(seat, record, owner -> begun ? owner.leavingAfter(settled) : owner.partaking(false));
    }

    private void change(int seat, long record, UnaryOperator<Facts.Seat> change) {
        changes.add(new Change(seat, owners.get(seat).size() - 1, record, change));
    }

    /** What has changed with an owner of a seat at a record. */
    private record Change(int seat, int owner, long record, UnaryOperator<Facts.Seat> change) {}

    /**
     * Letters without meaning, which no spreadsheet takes for a number; the same for an owner of a seat whenever it is exported, and
     * another for the next one.
     */
    private String pseudonym(int seat, int owner) {
        ByteBuffer of = ByteBuffer.allocate(first.length + (owner == 0 ? 1 : 2) * Integer.BYTES)
                .put(first)
                .putInt(seat);
        byte[] hash = Chain.sha256().digest((owner == 0 ? of : of.putInt(owner)).array());
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
        for (Change change : changes) {
            if (change.record() <= records) {
                List<Facts.Seat> ofSeat = owners.get(change.seat());
                ofSeat.set(change.owner(), change.change().apply(ofSeat.get(change.owner())));
            }
        }
        List<List<Facts.Seat>> exported = owners.stream()
                .map(ofSeat -> ofSeat.stream()
                        .filter(owner -> owner.record() <= records)
                        .toList())
                .filter(ofSeat -> !ofSeat.isEmpty())
                .toList();
        return new Facts(found, exported, startedAt, finishedAt, seed, rounds, records, List.of());
    }
}
