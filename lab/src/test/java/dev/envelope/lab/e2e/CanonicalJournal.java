package dev.envelope.lab.e2e;

import dev.envelope.game.session.event.Event;
import dev.envelope.server.journal.event.EventCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * The records of a session among programs, with what the seed and the strategies do not decide set aside: the join code,
 * the hashes of the seats' keys, the clients' request ids, every time, and the order in which a round's messages arrived.
 * The hashes of the chain rest on these and are left out with them. What remains is compared as the records' bytes.
 */
final class CanonicalJournal {
    private static final EventCodec CODEC = EventCodec.ofPlanFiles();

    private CanonicalJournal() {}

    /** The records of {@code events}, each in hexadecimal digits. */
    static List<String> of(List<Event> events) {
        List<String> records = new ArrayList<>();
        List<Event.MessageSealed> arrived = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.MessageSealed message) {
                arrived.add(message);
            } else {
                arrived.sort(Comparator.comparingInt(Event.MessageSealed::seat)
                        .thenComparingInt(Event.MessageSealed::receipt));
                arrived.forEach(message -> records.add(bytes(message)));
                arrived.clear();
                records.add(bytes(event));
            }
        }
        return records;
    }

    private static String bytes(Event event) {
        return HexFormat.of().formatHex(CODEC.encode(setAside(event)));
    }

    private static Event setAside(Event event) {
        if (event instanceof Event.SessionOpened e) {
            return new Event.SessionOpened(0, e.rulesVersion(), "", e.plan(), e.seedCommitment(), e.reproducible());
        } else if (event instanceof Event.SeatTaken e) {
            return new Event.SeatTaken(0, e.seat(), "", e.person());
        } else if (event instanceof Event.SessionStarted) {
            return new Event.SessionStarted(0);
        } else if (event instanceof Event.RoundDealt e) {
            return new Event.RoundDealt(0, e.round(), e.markets());
        } else if (event instanceof Event.RoundOpened e) {
            return new Event.RoundOpened(0, e.round(), timeless(e.closesAtMillis()));
        } else if (event instanceof Event.MessageSealed e) {
            return new Event.MessageSealed(0, e.round(), e.seat(), 1, e.receipt(), e.message());
        } else if (event instanceof Event.RoundClosed e) {
            return new Event.RoundClosed(0, e.round(), e.reason());
        } else if (event instanceof Event.RoundSettled e) {
            return new Event.RoundSettled(0, e.round(), e.markets(), timeless(e.nextRoundAtMillis()));
        } else if (event instanceof Event.SessionFinished e) {
            return new Event.SessionFinished(0, e.seed(), e.nonce());
        }
        throw new IllegalArgumentException("event: " + event + " (expected: none of a person or an instructor)");
    }

    /** Whether there is a time is compared, which one is not. */
    private static OptionalLong timeless(OptionalLong atMillis) {
        return atMillis.isPresent() ? OptionalLong.of(0) : atMillis;
    }
}
