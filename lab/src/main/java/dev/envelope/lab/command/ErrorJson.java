package dev.envelope.lab.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code {"error": {"message", "status"}}}: what a command that was asked for JSON prints instead of its answer. */
final class ErrorJson {

    static final String ASKED_FOR = "--json";

    private ErrorJson() {}

    /** Prints it in a line. */
    static void print(PrintWriter out, @Nullable String message, int status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("message", message == null ? "unknown" : message);
        fields.put("status", status);
        out.println(new JsonMapper().writeValueAsString(Map.of("error", fields)));
        out.flush();
    }
}
