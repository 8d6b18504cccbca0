package dev.envelope.game.plan.syntax;

import java.util.Comparator;

/**
 * One thing that is wrong with a plan file, and where.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 * @param path the key's path, such as {@code treatments.main.mechanism.reserve} or {@code blocks[2].rounds}, items
 *     counted from 1; empty for the file as a whole
 * @param found what is there
 * @param expected what should be there
 */
public record PlanProblem(int line, int column, String path, String found, String expected) {

    /** The order of a file: by line, then column; otherwise as they were found. */
    static final Comparator<PlanProblem> BY_PLACE =
            Comparator.comparingInt(PlanProblem::line).thenComparingInt(PlanProblem::column);

    /** The problem in a line of text, without its place: path, what was found, what was expected. */
    public String sentence() {
        return (path.isEmpty() ? "" : path + ": ") + found + " (expected: " + expected + ")";
    }

    /** The problem in a line of text that editors can jump to: {@code file:line:column: sentence}. */
    public String in(String file) {
        return file + ":" + line + ":" + column + ": " + sentence();
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + sentence();
    }
}
