package dev.envelope.game.plan.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping in a plan file: its fields by key.
 *
 * @param field the mapping itself
 * @param fields its fields in the order of the file
 */
public record Section(Field field, Map<String, Field> fields) {

    /** The mapping at {@code field} with the keys of {@code keys}; notes every key that is none of them. */
    public static Optional<Section> of(Field field, Keys keys, String expected) {
        Optional<Section> section = any(field, expected);
        section.ifPresent(s -> s.check(keys));
        return section;
    }

    /** The mapping at {@code field} with whatever keys; notes those that are no text and those given twice. */
    public static Optional<Section> any(Field field, String expected) {
        if (!(field.node() instanceof MappingNode mapping)) {
            return field.fail(expected);
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            put(fields, field, tuple);
        }
        return Optional.of(new Section(field, fields));
    }

    private static void put(Map<String, Field> fields, Field parent, NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)
                || scalar.getValue().isEmpty()) {
            new Field(tuple.getKeyNode(), parent.path(), parent.problems()).fail("a key that is text");
            return;
        }
        String path = join(parent.path(), new Field(scalar, "", parent.problems()).shown());
        Unprintable.first(scalar.getValue())
                .ifPresent(control -> parent.problems()
                        .add(
                                scalar.getStartMark(),
                                path,
                                Unprintable.named(control),
                                "a key without control characters"));
        if (fields.containsKey(scalar.getValue())) {
            parent.problems().add(scalar.getStartMark(), path, "the key is given twice", "every key once");
            return;
        }
        fields.put(scalar.getValue(), new Field(tuple.getValueNode(), path, parent.problems()));
    }

    private void check(Keys keys) {
        Set<String> known = new HashSet<>(keys.known());
        for (Map.Entry<String, Node> entry : keyNodes()) {
            String key = entry.getKey();
            if (!known.contains(key)) {
                String path = join(field.path(), new Field(entry.getValue(), "", field.problems()).shown());
                refuse(keys, key, path, entry.getValue());
            }
        }
    }

    private void refuse(Keys keys, String key, String path, Node at) {
        if (keys.unplayed().contains(key)) {
            field.problems().add(at.getStartMark(), path, "not played by this version", "the key left out");
            return;
        }
        String guess = Nearest.to(key, keys.all())
                .map(word -> ", did you mean " + word + "?")
                .orElse("");
        field.problems()
                .add(at.getStartMark(), path, "unknown key" + guess, "one of " + String.join(", ", keys.known()));
    }

    private List<Map.Entry<String, Node>> keyNodes() {
        List<Map.Entry<String, Node>> nodes = new ArrayList<>();
        for (NodeTuple tuple : ((MappingNode) field.node()).getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode scalar
                    && !scalar.getValue().isEmpty()) {
                nodes.add(Map.entry(scalar.getValue(), scalar));
            }
        }
        return nodes;
    }

    private static String join(String parent, String key) {
        return parent.isEmpty() ? key : parent + "." + key;
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return fields.containsKey(key);
    }

    /** The field of {@code key}, empty when the key is not there. */
    public Optional<Field> get(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** The field of {@code key}, or the mapping itself when the key is not there. */
    public Field at(String key) {
        return get(key).orElse(field);
    }

    /** The field of {@code key}; notes that it is missing when the key is not there. */
    public Optional<Field> need(String key, String expected) {
        if (!has(key)) {
            missing(key, expected);
        }
        return get(key);
    }

    /** Notes that {@code key} is missing. */
    public void missing(String key, String expected) {
        field.problems().add(field.node().getStartMark(), join(field.path(), key), "missing", expected);
    }
}
