package dev.envelope.server.export.table;

import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The cells that say which of the plan's rounds a row is of, and what is played in it. */
final class RoundCells {

    private static final List<Column> COLUMNS = List.of(
            Column.round(),
            Column.integer("block", "", "the number of the plan's block, from 1"),
            Column.integer("round_in_block", "", "the round's number in its block, from 1"),
            Column.text("treatment", "the treatment's name in the plan"),
            Column.text("mechanism", "the mechanism's name"),
            Column.yesNo("practice", "whether the round's payoffs count nowhere"));

    private RoundCells() {}

    /** {@code before}, these columns, and {@code after}. */
    static List<Column> between(List<Column> before, List<Column> after) {
        return Stream.of(before, COLUMNS, after).flatMap(List::stream).toList();
    }

    /** Writes those of {@code round}. */
    static void write(ExportedRound round, Csv out) throws IOException {
        out.number(round.number())
                .number(round.place().block())
                .number(round.place().round());
        out.text(round.treatment().id())
                .plain(round.treatment().mechanism().type().planName());
        out.yesNo(round.settled().practice());
    }
}
