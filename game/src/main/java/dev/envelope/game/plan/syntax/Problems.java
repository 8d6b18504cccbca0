package dev.envelope.game.plan.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The problems found so far in one reading, and the files that came with what is read. */
public final class Problems {

    private final List<PlanProblem> found = new ArrayList<>();
    private final Map<String, String> files = new TreeMap<>();

    /** Takes the text of a file that may be named. */
    public void attach(String name, String text) {
        files.put(name, text);
    }

    /** The text of the file {@code name}; empty where it did not come along. */
    public Optional<String> attached(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** Notes a problem at {@code mark}, or at the file's start when there is none; what exceeds the limit is dropped. */
    void add(Optional<Mark> mark, String path, String what, String expected) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        int column = mark.map(Mark::getColumn).orElse(0) + 1;
        PlanProblem problem = new PlanProblem(line, column, path, what, expected);
        if (found.size() < PlanLimits.PROBLEMS && !found.contains(problem)) {
            found.add(problem);
        }
    }

    /** How many there are. */
    public int count() {
        return found.size();
    }

    /** All of them in the order of the file. */
    public List<PlanProblem> inOrder() {
        return found.stream().sorted(PlanProblem.BY_PLACE).toList();
    }
}
