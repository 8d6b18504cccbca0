package dev.envelope.server.export.table;

import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A row per seat of one who takes part and whose name is kept: the one file with names, to be left out or deleted. */
public final class NamesTable implements Table {

    private static final List<Column> COLUMNS = List.of(
            Column.session(),
            Column.seat(),
            Column.participant(),
            Column.text("name", "the name that was typed; with an apostrophe in front where it began like a formula"));

    private final Facts facts;
    private final SortedMap<Integer, String> names;

    /** The table of the session with these {@code facts}, whose seats have these {@code names}. */
    public NamesTable(Facts facts, SortedMap<Integer, String> names) {
        this.facts = facts;
        this.names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }

    @Override
    public String file() {
        return "names.csv";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void end(long[] totals, Csv out) throws IOException {
        for (Map.Entry<Integer, String> name : names.entrySet()) {
            boolean isExported = name.getKey() < facts.seats(); // the name is stored with the seat's record
            if (isExported && !facts.seat(name.getKey()).isUnpaid()) {
                out.plain(facts.joinCode()).number(name.getKey());
                out.plain(facts.seat(name.getKey()).participant()).text(name.getValue());
                out.endLine();
            }
        }
    }
}
