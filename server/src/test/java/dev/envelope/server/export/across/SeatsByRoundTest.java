package dev.envelope.server.export.across;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.server.export.cell.Csv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeatsByRoundTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 40, 1_000_000})
    void roundsComeBackSeatBySeatHoweverManyAreReadAtOnce(long batchBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Csv lines = new Csv(bytes);
        try (SeatsByRound cells = new SeatsByRound(3, batchBytes)) {
            for (int round = 1; round <= 4; round++) {
                int number = round;
                cells.add((seat, out) -> out.text("é".repeat(seat) + number).text(seat == 1 ? "a,b" : ""));
            }
            cells.writeTo(lines, (seat, out) -> out.number(seat));
            lines.flush();
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("""
                0,1,,2,,3,,4,
                1,é1,"a,b",é2,"a,b",é3,"a,b",é4,"a,b"
                2,éé1,,éé2,,éé3,,éé4,
                """);
    }
}
