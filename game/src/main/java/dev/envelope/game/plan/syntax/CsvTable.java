package dev.envelope.game.plan.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A CSV file that came with a plan: a line of names and lines of cells, with commas or semicolons between them and without quotes.
 *
 * @param place where the plan names it
 * @param name its name
 * @param columns the names of its columns
 * @param rows its lines with anything in them
 */
public record CsvTable(Field place, String name, List<String> columns, List<Row> rows) {

    /**
     * A line.
     *
     * @param line its number in the file, from 1
     * @param cells its cells, as many as there are columns
     */
    public record Row(int line, List<String> cells) {}

    /**
     * The file that {@code place} names. Notes a file that did not come with the plan, and one that is no table with the columns
     * {@code needed}.
     */
    public static Optional<CsvTable> of(Field place, List<String> needed) {
        Optional<String> name = place.text(PlanLimits.NAME);
        Optional<String> text = name.flatMap(place.problems()::attached);
        if (name.isPresent() && text.isEmpty()) {
            return place.fail("a file beside the plan, or its text in the plan's files under this name");
        }
        return text.flatMap(
                lines -> read(place, name.orElseThrow(), lines.lines().toList(), needed));
    }

    private static Optional<CsvTable> read(Field place, String name, List<String> lines, List<String> needed) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(new Row(i + 1, cells(lines.get(i))));
            }
        }
        String expected = "a first line with the columns " + String.join(", ", needed);
        if (rows.isEmpty() || !rows.get(0).cells().containsAll(needed)) {
            return place.fail(
                    rows.isEmpty()
                            ? name + " is empty"
                            : name + " line 1: " + rows.get(0).cells().stream().collect(Collectors.joining(", ")),
                    expected);
        }
        CsvTable table = new CsvTable(place, name, rows.get(0).cells(), rows.subList(1, rows.size()));
        for (Row row : table.rows) {
            if (row.cells().size() != table.columns.size()) {
                return table.fail(row, row.cells().size() + " cells", table.columns.size() + " as in the first line");
            }
        }
        return table.rows.isEmpty()
                ? place.fail(name + " has no lines but the first", "a line or more")
                : Optional.of(table);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.replace("\uFEFF", "").split("[,;]", -1))
                .map(String::strip)
                .toList();
    }

    /** Notes a problem in {@code row}. */
    public <T> Optional<T> fail(Row row, String found, String expected) {
        return place.fail(name + " line " + row.line() + ": " + found, expected);
    }

    /** Whether there is a column called {@code column}. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /** What {@code row} has in {@code column}. */
    public String cell(Row row, String column) {
        return row.cells().get(columns.indexOf(column));
    }

    /** The whole number from {@code least} to {@code most} that {@code row} has in {@code column}. */
    public Optional<Integer> whole(Row row, String column, int least, int most) {
        String cell = cell(row, column);
        if (cell.matches("\\d{1,9}") && Integer.parseInt(cell) >= least && Integer.parseInt(cell) <= most) {
            return Optional.of(Integer.parseInt(cell));
        }
        return fail(row, column + " " + cell, "a whole number from " + least + " to " + most);
    }
}
