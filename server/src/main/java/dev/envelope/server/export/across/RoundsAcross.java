package dev.envelope.server.export.across;

import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.FilledOut;
import dev.envelope.server.export.cell.Points;
import dev.envelope.server.export.table.ExportedRound;
import dev.envelope.server.export.table.Facts;
import dev.envelope.server.export.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table with a row per seat and owner of it, and columns for every round beside one another. Of an earlier owner of a seat there is a
 * row when a round was its.
 */
abstract class RoundsAcross implements Table {

    /** What stands for the number of a round in the name of a column. */
    private static final String ROUND = "{round}";

    final Facts facts;
    final Points points;
    private final List<Column> front;
    private final List<Column> ofRound;
    private final List<Line> lines;
    private final long[] totals;
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
        this.lines = IntStream.range(0, facts.seats())
                .boxed()
                .flatMap(seat -> lines(facts, seat))
                .toList();
        this.totals = new long[lines.size()];
    }

    /** Who has a line of its own; {@code last} says whether nobody had the seat later. */
    record Line(int seat, Facts.Seat owner, boolean last) {}

    private static Stream<Line> lines(Facts facts, int seat) {
        List<Facts.Seat> owners = facts.owners().get(seat);
        int last = owners.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(i -> i == last
                        || owners.get(i).firstRound() < owners.get(i + 1).firstRound())
                .mapToObj(i -> new Line(seat, owners.get(i), i == last));
    }

    /** Writes the cells before those of the rounds. */
    abstract void front(Line line, long total, Csv out) throws IOException;

    /** Writes the cells of a round; {@code part} is empty of who sat out, or did not have the seat. */
    abstract void cells(ExportedRound round, Optional<ExportedRound.Part> part, Csv out) throws IOException;

    @Override
    public final List<Column> columns() {
        return Stream.concat(front.stream(), ofRound.stream()).toList();
    }

    @Override
    public final void begin(Csv out) throws IOException {
        cells = Optional.of(new SeatsByRound(lines.size()));
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
        cells.orElseThrow().add((row, line) -> cells(round, part(row, round), line));
    }

    private Optional<ExportedRound.Part> part(int row, ExportedRound round) {
        Line line = lines.get(row);
        if (facts.seatIn(line.seat(), round.number())
                .filter(line.owner()::equals)
                .isEmpty()) {
            return Optional.empty();
        }
        ExportedRound.SeatRound own = round.seats().get(line.seat());
        totals[row] = own.totalTicks();
        return own.part();
    }

    @Override
    public final void end(long[] ofSeats, Csv out) throws IOException {
        cells.orElseThrow().writeTo(out, (row, cells) -> {
            Line line = lines.get(row);
            front(line, totals[row], cells);
            if (line.last()) {
                filled.write(line.seat(), cells);
            } else {
                filled.skip(cells);
            }
        });
    }

    @Override
    public final void close() throws IOException {
        if (cells.isPresent()) {
            cells.get().close();
        }
    }
}
