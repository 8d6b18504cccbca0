package dev.envelope.server.wire;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.envelope.game.session.RefusalCode;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What protobuf's own parser would let pass: text that is no JSON by RFC 8259 or goes on after its object, a name given twice, a
 * list where one value belongs. Each would otherwise be read as something that its author did not mean.
 */
final class JsonSyntax {

    private static final int DEEPEST = 20;

    private final JsonReader reader;
    private @Nullable String wrong;

    private JsonSyntax(String text) {
        reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
    }

    /** What is wrong: {@link RefusalCode#MALFORMED} text, or an {@link RefusalCode#INVALID_MESSAGE} in good JSON. */
    record Fault(RefusalCode code, String reason) {}

    /** The first fault of {@code text} as a message of type {@code type}, if any; text that is no JSON comes first. */
    static Optional<Fault> find(String text, Descriptor type) {
        JsonSyntax syntax = new JsonSyntax(text);
        try {
            syntax.object("", type, 1);
            syntax.end();
        } catch (IOException | IllegalStateException e) {
            return Optional.of(new Fault(RefusalCode.MALFORMED, "no JSON object: " + place(e)));
        }
        return Optional.ofNullable(syntax.wrong).map(wrong -> new Fault(RefusalCode.INVALID_MESSAGE, wrong));
    }

    /** Gson's sentences are for who calls it; their end says where. */
    private static String place(Exception e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("at line");
        return (at < 0 ? "it breaks off" : "wrong " + message.substring(at))
                + " (expected: one object and nothing else)";
    }

    private void end() throws IOException {
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new IOException("at line 1: more than one value");
        }
    }

    private void object(String path, @Nullable Descriptor type, int depth) throws IOException {
        if (depth > DEEPEST) {
            note(path, "nested deeper", DEEPEST + " levels");
            reader.skipValue();
            return;
        }
        Set<String> names = new HashSet<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            String inside = path.isEmpty() ? name : path + "." + name;
            FieldDescriptor field = type == null ? null : field(type, name);
            if (!names.add(field == null ? name : field.getJsonName())) {
                note(inside, "given twice", "every name once");
            }
            value(inside, field, depth);
        }
        reader.endObject();
    }

    private void value(String path, @Nullable FieldDescriptor field, int depth) throws IOException {
        JsonToken token = reader.peek();
        if (token == JsonToken.BEGIN_OBJECT) {
            object(path, field == null ? null : type(field), depth + 1);
        } else if (token == JsonToken.BEGIN_ARRAY) {
            list(path, field, depth);
        } else {
            reader.skipValue();
        }
    }

    private void list(String path, @Nullable FieldDescriptor field, int depth) throws IOException {
        if (depth > DEEPEST || field == null || !field.isRepeated()) {
            if (field != null) {
                note(path, "a list", "one value");
            }
            reader.skipValue();
            return;
        }
        reader.beginArray();
        while (reader.hasNext()) {
            if (reader.peek() == JsonToken.BEGIN_ARRAY) {
                note(path, "a list in a list", "one value each");
                reader.skipValue();
            } else {
                value(path + "[]", field, depth + 1);
            }
        }
        reader.endArray();
    }

    private void note(String path, String found, String expected) {
        if (wrong == null) {
            wrong = path + ": " + found + " (expected: " + expected + ")";
        }
    }

    private static @Nullable Descriptor type(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE ? field.getMessageType() : null;
    }

    private static @Nullable FieldDescriptor field(Descriptor type, String name) {
        FieldDescriptor field = type.findFieldByName(name);
        return field != null
                ? field
                : type.getFields().stream()
                        .filter(known -> known.getJsonName().equals(name))
                        .findFirst()
                        .orElse(null);
    }
}
