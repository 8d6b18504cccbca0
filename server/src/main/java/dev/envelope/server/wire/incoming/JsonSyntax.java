package dev.envelope.server.wire.incoming;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.proto.v1.ClientMessage;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What protobuf's own parser would let pass: text that is no JSON by RFC 8259 or goes on after its object, a name given twice, a
 * list where one value belongs, a whole number in another spelling than JSON's. Each would otherwise be read as something
 * that its author did not mean.
 */
final class JsonSyntax {

    private static final int DEEPEST = 20;
    private static final int LONGEST_PATH = 200;
    private static final Pattern PLACE = Pattern.compile("at line \\d+ column \\d+");

    private final JsonReader reader;
    private @Nullable Fault wrong;
    private long requestId;

    private JsonSyntax(String text) {
        reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
    }

    /** What is wrong: {@link RefusalCode#MALFORMED} text, or what no message may say in good JSON. */
    record Fault(RefusalCode code, String reason) {}

    /**
     * What was found in a text.
     *
     * @param requestId of the request; 0 where none can be read
     * @param fault the first, if any; that it is no JSON comes before all others
     */
    record Found(long requestId, Optional<Fault> fault) {}

    /** What is in {@code text} as a message of type {@code type}. */
    static Found find(String text, Descriptor type) {
        JsonSyntax syntax = new JsonSyntax(text);
        try {
            refuseControlCharacters(text);
            syntax.object("", type, 1);
            syntax.end();
        } catch (IOException | IllegalStateException e) {
            return new Found(0, Optional.of(new Fault(RefusalCode.MALFORMED, "no JSON object: " + place(e))));
        }
        return new Found(syntax.requestId, Optional.ofNullable(syntax.wrong));
    }

    /** In strings they have to be escaped; Gson lets them pass in what it skips. */
    private static void refuseControlCharacters(String text) throws IOException {
        boolean inString = false;
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString && c < ' ') {
                throw new IOException("at line " + line + " column " + (i - start + 1));
            } else if (inString && c == '\\') {
                i++; // what is escaped ends no string; a control character cannot be escaped, and Gson says so
            } else if (c == '"') {
                inString = !inString;
            } else if (c == '\n') {
                line++;
                start = i + 1;
            }
        }
    }

    /** Gson's sentences are for who calls it; a part of them says where. */
    private static String place(Exception e) {
        Matcher at = PLACE.matcher(String.valueOf(e.getMessage()));
        return (at.find() ? "wrong " + at.group() : "it breaks off") + " (expected: one object and nothing else)";
    }

    private void end() throws IOException {
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new IOException("at line 1 column 1: more than one value");
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
            if (field != null && JsonIntegers.isWhole(field)) {
                note(path, "an object", "a whole number within 64 bits");
            }
            object(path, field == null ? null : type(field), depth + 1);
        } else if (token == JsonToken.BEGIN_ARRAY) {
            list(path, field, depth);
        } else if (field != null && JsonIntegers.isWhole(field) && token != JsonToken.NULL) {
            whole(path, field, token);
        } else {
            reader.skipValue();
        }
    }

    private void whole(String path, FieldDescriptor field, JsonToken token) throws IOException {
        if (token == JsonToken.BOOLEAN) {
            note(JsonIntegers.invalid(path, String.valueOf(reader.nextBoolean())));
            return;
        }
        String text = reader.nextString();
        note(JsonIntegers.fault(path, field, text));
        if (field.getContainingType() == ClientMessage.getDescriptor()) {
            requestId = JsonIntegers.unsigned(text);
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
        String line = path.replaceAll("\\p{Cntrl}", "?");
        String where = line.length() <= LONGEST_PATH ? line : line.substring(0, LONGEST_PATH) + "…";
        note(Optional.of(
                new Fault(RefusalCode.INVALID_MESSAGE, where + ": " + found + " (expected: " + expected + ")")));
    }

    private void note(Optional<Fault> fault) {
        if (wrong == null) {
            wrong = fault.orElse(null);
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
