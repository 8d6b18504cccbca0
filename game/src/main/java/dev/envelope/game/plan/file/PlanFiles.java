package dev.envelope.game.plan.file;

import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.PlanSyntax;
import dev.envelope.game.plan.syntax.Problems;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The files that a plan names beside itself. They become part of its text, under {@code files} at its end, so that the text alone
 * says all that is played: it is what is recorded, exported and checked.
 */
public final class PlanFiles {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
    private static final String FILES = "files";

    private PlanFiles() {}

    /** The names of the files that {@code text} names and does not have; none where it is no plan. */
    public static Set<String> missing(String text) {
        Set<String> named = new TreeSet<>();
        Optional<Node> root = PlanSyntax.root(text, new Problems());
        root.ifPresent(node -> collect(node, 0, named));
        if (root.isPresent() && root.get() instanceof MappingNode plan) {
            value(plan, FILES)
                    .filter(MappingNode.class::isInstance)
                    .ifPresent(files -> named.removeIf(
                            name -> value((MappingNode) files, name).isPresent()));
        }
        return named;
    }

    private static void collect(Node node, int depth, Set<String> named) {
        if (depth > PlanLimits.DEPTH) {
            return; // an alias within itself
        }
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> collect(item, depth + 1, named));
        } else if (node instanceof MappingNode mapping) {
            value(mapping, "file")
                    .filter(ScalarNode.class::isInstance)
                    .map(name -> ((ScalarNode) name).getValue())
                    .filter(name -> NAME.matcher(name).matches())
                    .ifPresent(named::add);
            mapping.getValue().forEach(tuple -> collect(tuple.getValueNode(), depth + 1, named));
        }
    }

    private static Optional<Node> value(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    /** The plan {@code text} with the texts of {@code files} by name at its end, where no line before them moves. */
    public static String with(String text, Map<String, String> files) {
        if (files.isEmpty()) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        if (!text.endsWith("\n")) {
            whole.append('\n');
        }
        whole.append("# What the plan names beside itself, as it was when it was read.\nfiles:\n");
        files.forEach((name, content) -> whole.append("  \"")
                .append(name)
                .append("\": |2\n")
                .append(content.replace("\uFEFF", "")
                        .lines()
                        .map(line -> "    " + line + "\n")
                        .collect(Collectors.joining())));
        return whole.toString();
    }
}
