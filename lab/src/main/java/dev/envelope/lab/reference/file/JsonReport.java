package dev.envelope.lab.reference.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Evaluations as JSON: {@code {"cases":[{"id","supported","value","seconds","reason"}]}}, with a {@code note} where there is one. */
public final class JsonReport {

    private JsonReport() {}

    /** The report of {@code evaluations}; value is null where there is none, and reason where there is one. */
    public static String of(List<Evaluation> evaluations) {
        List<Map<String, Object>> cases = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", evaluation.reference().id());
            fields.put("supported", evaluation.value().isPresent());
            fields.put("value", evaluation.value().map(Value::plain).orElse(null));
            fields.put("seconds", evaluation.seconds());
            fields.put("reason", evaluation.reason().orElse(null));
            evaluation.note().ifPresent(note -> fields.put("note", note));
            cases.add(fields);
        }
        return new JsonMapper().writeValueAsString(Map.of("cases", cases));
    }
}
