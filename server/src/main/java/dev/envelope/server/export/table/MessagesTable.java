package dev.envelope.server.export.table;

import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.Points;
import dev.envelope.server.export.cell.Said;
import java.io.IOException;
import java.util.List;

/** A row per accepted message, in the order of acceptance. */
public final class MessagesTable implements Table {

    private static final List<Column> COLUMNS = List.of(
            Column.session(),
            Column.integer("record", "", "the number of the message's record in the transcript, from 1"),
            Column.round(),
            Column.seat(),
            Column.participant(),
            Column.integer("receipt", "", "the number of the receipt among the seat's, from 1"),
            Column.utcMillis("accepted_at", "when it was accepted"),
            Column.integer("since_open_ms", "ms", "the same since the round opened, with pauses"),
            Column.text("kind", Said.KINDS),
            Column.integer("ticks", "ticks", "the amount as it was sent; several with blanks between; empty: none"),
            Column.points("amount", "the same in points"));

    private final Facts facts;
    private final Points points;
    private long openedAt;

    /** The table of the session with these {@code facts}. */
    public MessagesTable(Facts facts) {
        this.facts = facts;
        this.points = facts.points();
    }

    @Override
    public String file() {
        return "messages.csv";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void event(long record, Event event, Csv out) throws IOException {
        if (event instanceof Event.RoundOpened opened) {
            openedAt = opened.atMillis();
        } else if (event instanceof Event.MessageSealed sealed) {
            out.plain(facts.joinCode()).number(record).number(sealed.round()).number(sealed.seat());
            out.plain(facts.seatAt(sealed.seat(), record).participant()).number(sealed.receipt());
            out.number(sealed.atMillis()).number(sealed.atMillis() - openedAt);
            out.plain(Said.kind(sealed.message()));
            out.plain(Said.numbers(sealed.message(), Long::toString));
            out.plain(Said.numbers(sealed.message(), points::of));
            out.endLine();
        }
    }
}
