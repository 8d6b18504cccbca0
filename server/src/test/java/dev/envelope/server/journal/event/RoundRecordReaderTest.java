package dev.envelope.server.journal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.message.PackageBids;
import dev.envelope.game.session.event.Event;
import dev.envelope.proto.v1.JournalRecord;
import dev.envelope.proto.v1.RoundClosedEvent;
import dev.envelope.proto.v1.RoundDealtEvent;
import dev.envelope.server.journal.JournalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RoundRecordReaderTest {

    private static final Set<Class<? extends Event>> OF_A_ROUND = Set.of(
            Event.RoundDealt.class,
            Event.RoundOpened.class,
            Event.MessageSealed.class,
            Event.RoundClosed.class,
            Event.RoundSettled.class);

    private final EventCodec codec = EventCodec.ofPlanFiles();

    static List<Event> events() {
        return EventCodecTest.events().toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsTheEventsOfARoundAndNoOther(Event event) {
        boolean plain = OF_A_ROUND.contains(event.getClass())
                && !(event instanceof Event.MessageSealed sealed && sealed.message() instanceof PackageBids);

        assertThat(RoundRecordReader.read(codec.encode(event)))
                .isEqualTo(plain ? Optional.of(event) : Optional.empty());
    }

    /** Whatever it reads from a damaged record, the general decoder reads too. */
    @ParameterizedTest
    @MethodSource("events")
    void readsNothingElseThanTheGeneralDecoder(Event event) {
        for (byte[] damaged : damaged(codec.encode(event))) {
            RoundRecordReader.read(damaged)
                    .ifPresent(read -> assertThat(codec.decodeAny(damaged)).isEqualTo(read));
        }
    }

    /** Every bit turned, every byte doubled or left out, every beginning. */
    private static List<byte[]> damaged(byte[] record) {
        List<byte[]> damaged = new ArrayList<>();
        for (int i = 0; i < record.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] turned = record.clone();
                turned[i] ^= (byte) (1 << bit);
                damaged.add(turned);
            }
            damaged.add(Arrays.copyOf(record, i));
            damaged.add(joined(Arrays.copyOf(record, i + 1), Arrays.copyOfRange(record, i, record.length)));
            damaged.add(joined(Arrays.copyOf(record, i), Arrays.copyOfRange(record, i + 1, record.length)));
        }
        damaged.add(joined(record, record));
        return damaged;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /** A number of ten bytes that has no end. */
    @Test
    void readsNoNumberThatTheGeneralDecoderRefuses() {
        byte[] record = HexFormat.of().parseHex("0801" + "420d" + "08" + "80".repeat(9) + "81" + "1003");

        assertThat(RoundRecordReader.read(record)).isEmpty();
        assertThatThrownBy(() -> codec.decode(record))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("malformed varint");
    }

    @Test
    void leavesAReasonThatItDoesNotKnowToTheGeneralDecoder() {
        byte[] record = JournalRecord.newBuilder()
                .setRoundClosed(RoundClosedEvent.newBuilder().setReasonValue(77))
                .build()
                .toByteArray();

        assertThat(RoundRecordReader.read(record)).isEmpty();
        assertThatThrownBy(() -> codec.decode(record))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("reason: UNRECOGNIZED");
    }

    @Test
    void aSeatWithoutAValueIsAnError() {
        RoundDealtEvent.Market market = RoundDealtEvent.Market.newBuilder()
                .addAllSeats(IntStream.range(0, 3).boxed().toList())
                .addValueTicks(5)
                .build();
        byte[] record = JournalRecord.newBuilder()
                .setRoundDealt(RoundDealtEvent.newBuilder().setRound(1).addMarkets(market))
                .build()
                .toByteArray();

        assertThatThrownBy(() -> codec.decode(record))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("values: 1 (expected: one for each of 3 seats)");
    }
}
