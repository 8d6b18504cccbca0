package dev.envelope.server.export.table;

import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.Words;
import java.io.IOException;
import java.util.List;

/** A row per event that is no message: what happened to the session, and why. */
public final class EventsTable implements Table {

    private static final List<Column> COLUMNS = List.of(
            Column.session(),
            Column.integer("record", "", "the number of the event's record in the transcript, from 1"),
            Column.utcMillis("at", "when"),
            new Column("at_utc", Column.Type.TIME, "", "the same to be read by people"),
            Column.text(
                    "event",
                    "session_opened, seat_taken, session_started, round_dealt, round_opened, grace_started (everyone has sealed), "
                            + "round_closed, round_settled, paused, resumed, end_requested (by the instructor), session_finished; by the "
                            + "instructor also round_extended, note_sent, seat_advanced (the round no longer waits for it), "
                            + "seat_removed, door_moved; seat_handed_over (something else acts for it), seat_given_back, "
                            + "seat_filled (nobody had taken it), stand_in_replied (what counts unless its owner says something); "
                            + "consent_answered, comprehension_answered, questionnaire_opened, questionnaire_answered"),
            Column.integer("round", "", "the round it belongs to, if any"),
            Column.integer("seat", "", "the seat it is about, if any"),
            Column.text(
                    "reason",
                    "of round_closed: all_sealed, deadline or instructor; of paused: instructor, or recovery after the server was down; "
                            + "of seat_handed_over: dropped_out, missed_rounds or instructor; of door_moved: open or closed; "
                            + "of consent_answered: agreed or declined"),
            Column.text(
                    "text",
                    "of note_sent: what was said; of seat_handed_over and seat_filled: the strategy that acts, empty for none"),
            Column.integer(
                    "millis",
                    "ms",
                    "of round_opened: how long it may stay open; of grace_started: the grace; of resumed: how far deadlines moved; "
                            + "of round_extended: how long it may stay open from then on; of questionnaire_opened: how long that may"));

    private final Facts facts;

    /** The table of the session with these {@code facts}. */
    public EventsTable(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String file() {
        return "events.csv";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void event(long record, Event event, Csv out) throws IOException {
        if (event instanceof Event.MessageSealed) {
            return;
        }
        out.plain(facts.joinCode()).number(record).number(event.atMillis());
        out.plain(Words.utc(event.atMillis())).plain(name(event));
        EventCells cells = event.accept(EventCells.OF);
        out.plain(cells.round())
                .plain(cells.seat())
                .plain(cells.reason())
                .text(cells.text())
                .plain(cells.millis());
        out.endLine();
    }

    /** The event's own name: SessionOpened is session_opened. */
    private static String name(Event event) {
        String name = event.getClass().getSimpleName();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            words.append(i > 0 && Character.isUpperCase(letter) ? "_" : "").append(Character.toLowerCase(letter));
        }
        return words.toString();
    }
}
