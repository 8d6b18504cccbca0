package dev.envelope.lab.reference.file;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object of a reference file, read with their types. A field that is null counts as absent; one that is
 * absent or of another type is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param path where the object is, such as {@code setting}
 * @param json the object
 */
public record Setting(String path, JsonNode json) {

    /** Whether the field {@code name} is there and not null. */
    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** The names of the fields that are there, in the file's order. */
    public List<String> names() {
        return json.propertyNames().stream().filter(this::has).toList();
    }

    /** A number. */
    public double number(String name) {
        return number(name, node(name));
    }

    /** A number, {@code otherwise} where it is absent. */
    public double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    /** A number that may be absent. */
    public OptionalDouble optional(String name) {
        return has(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
    }

    /** A whole number. */
    public int count(String name) {
        double number = number(name);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw wrong(name, "a whole number");
        }
        return (int) number;
    }

    /** A whole number, {@code otherwise} where it is absent. */
    public int count(String name, int otherwise) {
        return has(name) ? count(name) : otherwise;
    }

    /** A text. */
    public String text(String name) {
        return text(name, node(name));
    }

    /** A text, {@code otherwise} where it is absent. */
    public String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** Whether something is so. */
    public boolean truth(String name) {
        JsonNode node = checked(name, node(name), JsonNode::isBoolean, "true or false");
        return node.booleanValue();
    }

    /** Whether the field is a list. */
    public boolean isList(String name) {
        return has(name) && node(name).isArray();
    }

    /** Whether the field is a number. */
    public boolean isNumber(String name) {
        return has(name) && node(name).isNumber();
    }

    /** A list of numbers. */
    public List<Double> numbers(String name) {
        return list(name, node(name), this::number);
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        return list(name, node(name), this::text);
    }

    /** A list of lists of numbers. */
    public List<List<Double>> rows(String name) {
        return list(name, node(name), (entry, row) -> list(entry, row, this::number));
    }

    /** The object in the field. */
    public Setting object(String name) {
        return object(name, node(name));
    }

    /** A list of objects. */
    public List<Setting> objects(String name) {
        return list(name, node(name), this::object);
    }

    /** The distribution that the field describes. */
    public ValueDistribution distribution(String name) {
        return DistributionSpelling.distribution(object(name));
    }

    /** The distribution on finitely many values that the field describes; empty where it describes another or none. */
    public Optional<DiscreteDistribution> discrete(String name) {
        return has(name) && node(name).isObject() ? DistributionSpelling.discrete(object(name)) : Optional.empty();
    }

    /** The distribution on finitely many values that the object itself describes; empty where it describes another. */
    public Optional<DiscreteDistribution> discrete() {
        return DistributionSpelling.discrete(this);
    }

    /** A list of distributions. */
    public List<ValueDistribution> distributions(String name) {
        return objects(name).stream().map(DistributionSpelling::distribution).toList();
    }

    /** The refusal of the field's value. */
    public IllegalArgumentException wrong(String name, String expected) {
        return wrong(name, json.get(name), expected);
    }

    private double number(String name, JsonNode node) {
        return checked(name, node, JsonNode::isNumber, "a number").doubleValue();
    }

    private String text(String name, JsonNode node) {
        return checked(name, node, JsonNode::isString, "a text").stringValue();
    }

    private Setting object(String name, JsonNode node) {
        return new Setting(path + "." + name, checked(name, node, JsonNode::isObject, "an object"));
    }

    private <T> List<T> list(String name, JsonNode node, BiFunction<String, JsonNode, T> read) {
        checked(name, node, JsonNode::isArray, "a list");
        List<T> entries = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            entries.add(read.apply(name + "[" + i + "]", node.get(i)));
        }
        return List.copyOf(entries);
    }

    private JsonNode node(String name) {
        JsonNode node = json.get(name);
        if (node == null || node.isNull()) {
            throw wrong(name, "a value");
        }
        return node;
    }

    private JsonNode checked(String name, JsonNode node, Predicate<JsonNode> isFine, String expected) {
        if (!isFine.test(node)) {
            throw wrong(name, node, expected);
        }
        return node;
    }

    private IllegalArgumentException wrong(String name, @Nullable JsonNode found, String expected) {
        return new IllegalArgumentException(path + "." + name + ": "
                + (found == null || found.isNull() ? "missing" : found) + " (expected: " + expected + ")");
    }
}
