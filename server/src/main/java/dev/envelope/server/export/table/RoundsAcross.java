package dev.envelope.server.export.table;

import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.FilledOut;
import dev.envelope.server.export.cell.Points;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table with a row per seat, and columns for every round beside one another. */
abstract class RoundsAcross implements Table {

    /** What stands for the number of a round in the name of a column. */
    private static final String ROUND = "{round}";

    final Facts facts;
    final Points points;
    private final List<Column> front;
    private final List<Column> ofRound;
    private Optional<SeatsByRound> cells = Optional.empty();

    private final FilledOut filled;

    /** With a column for each question of the questionnaire behind {@code front}, called {@code prefix} and its name. */
    RoundsAcross(Facts facts, List<Column> front, String prefix, List<Column> ofRound) {
        this.facts = facts;
        this.points = facts.points();
        this.filled = new FilledOut(facts.plan());
        this.front = Stream.concat(front.stream(), FilledOut.columns(facts.plan(), prefix).stream())
                .toList();
        this.ofRound = ofRound;
    }

    /** Writes the cells before those of the rounds. */
    abstract void front(int seat, long total, Csv out) throws IOException;

    /** Writes the cells of a round. */
    abstract void cells(ExportedRound round, int seat, Csv out) throws IOException;

    @Override
    public final List<Column> columns() {
        return Stream.concat(front.stream(), ofRound.stream()).toList();
    }

    @Override
    public final void begin(Csv out) throws IOException {
        cells = Optional.of(new SeatsByRound(facts.seats().size()));
        for (Column column : front) {
            out.plain(column.name());
        }
        for (int round = 1; round <= facts.rounds(); round++) {
            for (Column column : ofRound) {
                out.plain(column.name().replace(ROUND, Integer.toString(round)));
            }
        }
        out.endLine();
    }

    @Override
    public final void event(long record, Event event, Csv out) {
        filled.event(event);
    }

    @Override
    public final void round(ExportedRound round, Csv out) throws IOException {
        cells.orElseThrow().add((seat, line) -> cells(round, seat, line));
    }

    @Override
    public final void end(long[] totals, Csv out) throws IOException {
        cells.orElseThrow().writeTo(out, (seat, line) -> {
            front(seat, totals[seat], line);
            filled.write(seat, line);
        });
    }

    @Override
    public final void close() throws IOException {
        if (cells.isPresent()) {
            cells.get().close();
        }
    }
}
