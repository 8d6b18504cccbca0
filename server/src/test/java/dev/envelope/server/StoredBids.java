package dev.envelope.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Amount;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.journal.sql.JournalAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bids that the journal of a dead server has of its first session, by seat and request id. */
final class StoredBids {

    private final Map<Integer, Map<Long, Event.MessageSealed>> bySeat = new HashMap<>();

    private StoredBids() {}

    /** Those in {@code file}; fails when one is stored twice. */
    static StoredBids of(Path file) {
        return of(JournalAddress.of(file));
    }

    /** Those in the journal at {@code address}; fails when one is stored twice. */
    static StoredBids of(JournalAddress address) {
        StoredBids stored = new StoredBids();
        EventCodec codec = EventCodec.ofPlanFiles();
        try (Journal journal = address.openExisting()) {
            journal.read(1, record -> {
                if (codec.decode(record.bytes()) instanceof Event.MessageSealed sealed) {
                    stored.add(sealed);
                }
            });
        }
        return stored;
    }

    private void add(Event.MessageSealed sealed) {
        Event.MessageSealed before =
                bySeat.computeIfAbsent(sealed.seat(), seat -> new HashMap<>()).put(sealed.requestId(), sealed);
        assertThat(before).as("stored twice").isNull();
    }

    /** Checks that every bid that was acknowledged to {@code seats} is here, as it was sent. */
    void haveAllAcknowledged(List<SocketSeat> seats) {
        for (SocketSeat seat : seats) {
            Map<Long, Event.MessageSealed> messages = bySeat.getOrDefault(seat.number, Map.of());
            seat.acknowledged.forEach((id, ticks) -> {
                Event.MessageSealed sealed = messages.get(id);
                assertThat(sealed).as("seat %s, request %s", seat.number, id).isNotNull();
                assertThat(sealed.message()).isEqualTo(new Amount(ticks));
                assertThat(sealed.receipt()).isEqualTo(seat.receipts.get(id));
            });
        }
    }

    /** Checks that {@code seats} were acknowledged all bids that are here, and no others. */
    void areThoseAcknowledged(List<SocketSeat> seats) {
        haveAllAcknowledged(seats);
        for (SocketSeat seat : seats) {
            assertThat(bySeat.getOrDefault(seat.number, Map.of()).keySet())
                    .containsExactlyInAnyOrderElementsOf(seat.acknowledged.keySet());
        }
    }
}
