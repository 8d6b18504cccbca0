package dev.envelope.lab.reference.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reading of reference files: JSON with a list {@code cases}. */
public final class ReferenceFile {

    /** The tolerance of a case that states none. */
    private static final double TOLERANCE = 1e-9;

    /** Not a number and the infinities as Python writes them are read; what cannot be used is refused where it is. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final List<String> problems = new ArrayList<>();

    private ReferenceFile() {}

    /**
     * The cases in {@code text}, in the file's order, each with what is wrong with it.
     *
     * @throws WrongReferenceFile where it is not JSON or has no list of cases
     */
    public static List<ReferenceCase> read(String text) {
        return cases(parsed(text));
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException notJson) {
            String where = notJson.getLocation() == null
                    ? ""
                    : "line " + notJson.getLocation().getLineNr() + ", column "
                            + notJson.getLocation().getColumnNr() + ": ";
            throw new WrongReferenceFile(List.of(where + "not JSON: " + notJson.getOriginalMessage()));
        }
    }

    private static List<ReferenceCase> cases(@Nullable JsonNode root) {
        JsonNode cases = root == null ? null : root.get("cases");
        if (cases == null || !cases.isArray()) {
            throw new WrongReferenceFile(
                    List.of("cases: " + (cases == null ? "missing" : cases) + " (expected: a list of cases)"));
        }
        List<ReferenceCase> read = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            read.add(new ReferenceFile().reference("cases[" + i + "]", cases.get(i)));
        }
        return List.copyOf(read);
    }

    private ReferenceCase reference(String path, JsonNode json) {
        if (!json.isObject()) {
            problems.add(path + ": " + json + " (expected: an object)");
            return unreadable(path);
        }
        String id = text(path, json, "id");
        String block = text(path, json, "block");
        Setting setting = object(path, json, "setting");
        Quantity quantity = Quantity.parse(text(path, json, "quantity"));
        Setting at = object(path, json, "at");
        Optional<Value> value = json.hasNonNull("value")
                ? Optional.ofNullable(value(path + ".value", json.get("value")))
                : Optional.empty();
        double tolerance = tolerance(path, json);
        return new ReferenceCase(id.isEmpty() ? path : id, block, setting, quantity, at, value, tolerance, problems);
    }

    private ReferenceCase unreadable(String path) {
        Setting nothing = new Setting("setting", MAPPER.createObjectNode());
        return new ReferenceCase(path, "", nothing, Quantity.parse(""), nothing, Optional.empty(), TOLERANCE, problems);
    }

    private String text(String path, JsonNode json, String name) {
        JsonNode node = json.get(name);
        if (node != null && node.isString() && !node.stringValue().isBlank()) {
            return node.stringValue();
        }
        problems.add(path + "." + name + ": " + (node == null ? "missing" : node) + " (expected: a text)");
        return "";
    }

    private Setting object(String path, JsonNode json, String name) {
        if (json.hasNonNull(name) && !json.get(name).isObject()) {
            problems.add(path + "." + name + ": " + json.get(name) + " (expected: an object)");
        }
        return new Setting(name, json.hasNonNull(name) ? json.get(name) : MAPPER.createObjectNode());
    }

    private double tolerance(String path, JsonNode json) {
        JsonNode node = json.get("tolerance_abs");
        if (node == null || node.isNull()) {
            return TOLERANCE;
        }
        if (node.isNumber() && node.doubleValue() >= 0) {
            return node.doubleValue();
        }
        problems.add(path + ".tolerance_abs: " + node + " (expected: a number of at least 0)");
        return TOLERANCE;
    }

    private @Nullable Value value(String path, JsonNode node) {
        if (node.isNumber()) {
            return Value.of(node.doubleValue());
        }
        if (node.isBoolean()) {
            return Value.of(node.booleanValue());
        }
        if (!node.isArray()) {
            problems.add(path + ": " + node + " (expected: a number, true, false, or a list of these)");
            return null;
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Value entry = value(path + "[" + i + "]", node.get(i));
            if (entry != null) {
                values.add(entry);
            }
        }
        return new Value.Row(values);
    }
}
