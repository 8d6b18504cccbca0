package dev.envelope.server.export.table;

import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A row per file and column of the export: what it is. */
public final class Dictionary implements Table {

    private static final List<Column> COLUMNS = List.of(
            Column.text("file", "the file's name"),
            Column.text(
                    "column", "the column's name; {round} stands for every exported round; empty: the file as a whole"),
            Column.text("type", "integer, decimal, boolean (1 or 0), text or time"),
            Column.text("unit", "what it counts"),
            Column.text("meaning", "what it says"));

    private final List<Table> tables;
    private final Map<String, String> others;

    /** Explains {@code tables} and itself, and {@code others}: files that are no tables, by name. */
    public Dictionary(List<Table> tables, Map<String, String> others) {
        this.tables = List.copyOf(tables);
        this.others = others;
    }

    @Override
    public String file() {
        return "dictionary.csv";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void end(long[] totals, Csv out) throws IOException {
        List<Table> all = new ArrayList<>(tables);
        all.add(this);
        for (Table table : all) {
            for (Column column : table.columns()) {
                out.plain(table.file()).plain(column.name()).plain(Words.of(column.type()));
                out.text(column.unit()).text(column.meaning()).endLine();
            }
        }
        for (Map.Entry<String, String> other : others.entrySet()) {
            out.plain(other.getKey()).empty(3).text(other.getValue()).endLine();
        }
    }
}
