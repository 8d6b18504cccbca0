package dev.envelope.game.plan.syntax;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a JSON Schema (2020-12): what a value in a plan may be, as far as an editor can tell. It is made of the same keys and words
 * that are read.
 *
 * @param members its members by name: texts, numbers, truth values, lists, mappings and parts of schemas
 */
public record Schema(Map<String, Object> members) {

    /** Anything. */
    public static final Schema ANY = new Schema(Map.of());

    /** Keeps the order of the members. */
    public Schema {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    private static Schema of(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return new Schema(members);
    }

    /** This with one member more. */
    public Schema with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Schema(more);
    }

    /**
     * A mapping with the keys of {@code keys} that are read.
     *
     * @param of what is known of some of the keys
     * @throws IllegalArgumentException when something is known of a key that is not read
     */
    public static Schema object(Keys keys, Map<String, Schema> of) {
        of.keySet().forEach(key -> {
            if (!keys.known().contains(key)) {
                throw new IllegalArgumentException("key: " + key + " (expected: one of " + keys.known() + ")");
            }
        });
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.known().forEach(key -> properties.put(key, of.getOrDefault(key, ANY)));
        return of("type", "object", "properties", properties, "additionalProperties", false);
    }

    /** A mapping with the keys of {@code keys}, of which {@code type} is {@code word}. */
    public static Schema typed(String word, Keys keys, Map<String, Schema> of) {
        Map<String, Schema> more = new LinkedHashMap<>(of);
        more.put("type", of("const", word));
        return object(keys, more).with("required", List.of("type"));
    }

    /** A mapping of any names to {@code each}. */
    public static Schema names(Schema each) {
        return of("type", "object", "additionalProperties", each);
    }

    /** One of the words of {@code choice}. */
    public static Schema words(Choice<?> choice) {
        return of("enum", List.copyOf(choice.played().keySet()));
    }

    /** A text of the form {@code regex}, of the whole of it. */
    public static Schema form(String regex) {
        return of("type", "string", "pattern", "^(" + regex + ")$");
    }

    /** {@code true} or {@code false}. */
    public static Schema flag() {
        return of("type", "boolean");
    }

    /** A text; numbers count as text. */
    public static Schema text(int longest) {
        return of("type", List.of("string", "number"), "maxLength", longest);
    }

    /** A number. */
    public static Schema number() {
        return of("type", "number");
    }

    /** A number from {@code least} to {@code most}. */
    public static Schema number(BigDecimal least, BigDecimal most) {
        return of("type", "number", "minimum", least, "maximum", most);
    }

    /** A whole number from {@code least} to {@code most}. */
    public static Schema whole(int least, int most) {
        return of("type", "integer", "minimum", least, "maximum", most);
    }

    /** A list of 1 to {@code most} of {@code each}. */
    public static Schema list(Schema each, int most) {
        return of("type", "array", "items", each, "minItems", 1, "maxItems", most);
    }

    /** Any of these. */
    public static Schema either(Schema... some) {
        return of("anyOf", List.of(some));
    }

    /** Any of these. */
    public static Schema either(List<Schema> some) {
        return of("anyOf", List.copyOf(some));
    }

    /** What is defined as {@code name}. */
    public static Schema ref(String name) {
        return of("$ref", "#/$defs/" + name);
    }

    /** It as JSON, two spaces a level. */
    public String json() {
        return json(members, "");
    }

    private static String json(Object value, String indent) {
        String inner = indent + "  ";
        if (value instanceof Schema part) {
            return json(part.members, indent);
        }
        if (value instanceof Map<?, ?> mapping) {
            return joined(
                    mapping.entrySet().stream()
                            .map(e -> inner + quoted(String.valueOf(e.getKey())) + ": " + json(e.getValue(), inner)),
                    "{",
                    "}",
                    indent);
        }
        if (value instanceof List<?> list) {
            boolean isFlat = list.stream().noneMatch(item -> item instanceof Schema);
            return isFlat
                    ? list.stream().map(item -> json(item, "")).collect(Collectors.joining(", ", "[", "]"))
                    : joined(list.stream().map(item -> inner + json(item, inner)), "[", "]", indent);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String joined(Stream<String> items, String open, String close, String indent) {
        List<String> all = items.toList();
        return all.isEmpty() ? open + close : open + "\n" + String.join(",\n", all) + "\n" + indent + close;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
