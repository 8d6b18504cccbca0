package dev.envelope.server.export.table;

import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import java.io.IOException;
import java.util.List;

/** A table of an export: told of everything in order, it writes its lines when it has what they say. */
public interface Table extends AutoCloseable {

    /** The name of its file. */
    String file();

    /** Its columns in their order; see {@link Column#name} for those that there are once a round. */
    List<Column> columns();

    /** Writes the line with the columns' names. */
    default void begin(Csv out) throws IOException {
        for (Column column : columns()) {
            out.plain(column.name());
        }
        out.endLine();
    }

    /** An event, with the number of its record. */
    default void event(long record, Event event, Csv out) throws IOException {}

    /** A round that was settled. */
    default void round(ExportedRound round, Csv out) throws IOException {}

    /** There is no more; {@code totals} are the payoffs in ticks, by seat, of all rounds of its last owner that are no practice. */
    default void end(long[] totals, Csv out) throws IOException {}

    /** Gives back what it holds beside memory. */
    @Override
    default void close() throws IOException {}
}
