package dev.envelope.proto.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

    private static final Map<String, Message> TYPES = Map.of(
            "ClientMessage", ClientMessage.getDefaultInstance(),
            "ServerMessage", ServerMessage.getDefaultInstance(),
            "JournalRecord", JournalRecord.getDefaultInstance());

    static Stream<String> oldMessages() throws IOException {
        try (InputStream in = CompatibilityTest.class.getResourceAsStream("/golden-messages.txt")) {
            byte[] content = in == null ? new byte[0] : in.readAllBytes();
            return new String(content, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        }
    }

    /** Bytes that some version has written mean for ever what they meant; and are written today as they were then. */
    @ParameterizedTest
    @MethodSource("oldMessages")
    void oldBytesMeanWhatTheyMeant(String line) throws IOException {
        String[] parts = line.split(" \\| ", 3);
        Message.Builder meant = TYPES.get(parts[0]).newBuilderForType();
        TextFormat.merge(parts[2], meant);
        byte[] bytes = HexFormat.of().parseHex(parts[1]);
        assertThat(TYPES.get(parts[0]).getParserForType().parseFrom(bytes)).isEqualTo(meant.build());
        assertThat(HexFormat.of().formatHex(meant.build().toByteArray())).isEqualTo(parts[1]);
    }

    @Test
    void everyKindOfMessageHasOldBytes() throws IOException {
        List<String> lines = oldMessages().toList();
        for (var field : ClientMessage.getDescriptor().getOneofs().get(0).getFields()) {
            assertThat(lines).anyMatch(line -> line.contains("| request_id") && line.contains(field.getName() + " {"));
        }
        for (var field : ServerMessage.getDescriptor().getOneofs().get(0).getFields()) {
            assertThat(lines).anyMatch(line -> line.startsWith("Server") && line.contains(field.getName() + " {"));
        }
    }

    static Stream<EnumDescriptor> enums() {
        List<FileDescriptor> files = List.of(Envelope.getDescriptor(), Game.getDescriptor(), Journal.getDescriptor());
        return files.stream()
                .flatMap(file -> Stream.concat(
                        file.getEnumTypes().stream(),
                        file.getMessageTypes().stream().flatMap(type -> type.getEnumTypes().stream())));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyEnumBeginsUnspecified(EnumDescriptor type) {
        String prefix = type.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        assertThat(type.findValueByNumber(0).getName()).isEqualTo(prefix + "_UNSPECIFIED");
        assertThat(type.getValues()).allMatch(value -> value.getName().startsWith(prefix + "_"));
    }
}
