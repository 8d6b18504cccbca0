package dev.envelope.lab.terminal;

import java.util.List;
import java.util.Set;

/** Tables for a terminal: every column as wide as its widest cell. */
public final class Columns {

    private Columns() {}

    /** The lines of {@code rows}, all of one length; columns are right-aligned but those in {@code left}, from 0. */
    public static List<String> aligned(List<List<String>> rows, Set<Integer> left) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> aligned(row, widths, left)).toList();
    }

    private static String aligned(List<String> row, int[] widths, Set<Integer> left) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - row.get(column).length());
            line.append(left.contains(column) ? row.get(column) + padding : padding + row.get(column));
            line.append("  ");
        }
        return line.toString().stripTrailing();
    }
}
