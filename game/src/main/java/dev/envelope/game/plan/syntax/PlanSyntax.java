package dev.envelope.game.plan.syntax;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * YAML text to a graph of nodes, within the limits.
 *
 * <p>Events are counted before nodes are composed, because composing is recursive: what nests too deeply never gets
 * there.
 */
public final class PlanSyntax {

    private final String text;
    private final Problems problems;
    private int depth;
    private int aliases;
    private int documents;

    private PlanSyntax(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** The root of {@code text}; empty, with a problem noted, when it is no YAML within the limits. */
    public static Optional<Node> root(String text, Problems problems) {
        if (text.length() > PlanLimits.CHARACTERS) {
            problems.add(
                    Optional.empty(),
                    "",
                    "a file of " + text.length() + " characters",
                    "at most " + PlanLimits.CHARACTERS);
            return Optional.empty();
        }
        return new PlanSyntax(text, problems).root();
    }

    private Optional<Node> root() {
        try {
            boolean within = isWithinLimits();
            Optional<Node> root = within ? new Compose(settings()).composeString(text) : Optional.empty();
            if (within && root.isEmpty()) {
                problems.add(Optional.empty(), "", "an empty file", "a plan, beginning with envelope: 1");
            }
            return root;
        } catch (MarkedYamlEngineException broken) {
            return fail(
                    broken.getProblemMark().or(broken::getContextMark),
                    "no YAML: " + broken.getProblem(),
                    "YAML, such as key: value on each line");
        } catch (ReaderException unprintable) {
            return unprintable(unprintable);
        } catch (YamlEngineException broken) {
            return fail(Optional.empty(), "no YAML: " + broken.getMessage(), "YAML, such as key: value on each line");
        }
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setLabel("plan")
                .setCodePointLimit(PlanLimits.CHARACTERS)
                .setMaxAliasesForCollections(PlanLimits.ALIASES)
                .build();
    }

    private boolean isWithinLimits() {
        for (Event event : new Parse(settings()).parseString(text)) {
            if (!count(event)) {
                return false;
            }
        }
        return true;
    }

    private boolean count(Event event) {
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> depth++;
            case MappingEnd, SequenceEnd -> depth--;
            case Alias -> aliases++;
            case DocumentStart -> documents++;
            default -> {
                return true;
            }
        }
        return holds(event, depth <= PlanLimits.DEPTH, "nested deeper", PlanLimits.DEPTH + " levels at most")
                && holds(event, aliases <= PlanLimits.ALIASES, "one alias more", PlanLimits.ALIASES + " at most")
                && holds(event, documents <= 1, "a second document", "one plan in a file");
    }

    private boolean holds(Event event, boolean condition, String found, String expected) {
        if (!condition) {
            problems.add(event.getStartMark(), "", found, expected);
        }
        return condition;
    }

    private Optional<Node> fail(Optional<Mark> mark, String found, String expected) {
        String line = found.replaceAll("\\s+", " ");
        problems.add(mark, "", line, expected);
        return Optional.empty();
    }

    private Optional<Node> unprintable(ReaderException broken) {
        int[] codePoints = text.codePoints().toArray();
        int position = StrictMath.min(broken.getPosition(), codePoints.length);
        Mark mark =
                new Mark("plan", position, lineOf(codePoints, position), columnOf(codePoints, position), codePoints, 0);
        String character = String.format("the character U+%04X", broken.getCodePoint());
        return fail(Optional.of(mark), character, "text without control characters");
    }

    private static int lineOf(int[] codePoints, int position) {
        int line = 0;
        for (int i = 0; i < position; i++) {
            line += codePoints[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static int columnOf(int[] codePoints, int position) {
        int start = position;
        while (start > 0 && codePoints[start - 1] != '\n') {
            start--;
        }
        return position - start;
    }
}
