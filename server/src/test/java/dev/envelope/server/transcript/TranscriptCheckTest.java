package dev.envelope.server.transcript;

import static dev.envelope.server.transcript.Transcripts.CODEC;
import static dev.envelope.server.transcript.Transcripts.check;
import static dev.envelope.server.transcript.Transcripts.transcript;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.draw.ReceiptSalts;
import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.PauseCause;
import dev.envelope.server.journal.Chain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TranscriptCheckTest {

    private static final SessionSeed SEED = SessionSeed.of("transcript");
    private static final Plan PLAN = PlanReader.read("""
            envelope: 1
            seats: 2
            rounds: 2
            treatments:
              main: {mechanism: first_price, bidders: 2, values: [0, 100]}
            """).orElseThrow();
    private static final List<Event> EVENTS = HeadlessSession.record(
                    PLAN, SEED, seat -> (view, random) -> new Amount(view.valueTicks() / 2), 1)
            .events();

    @Test
    void aTranscriptIsDerivedOnceMore() throws IOException {
        TranscriptCheck.Summary summary = check(transcript(EVENTS)).run();

        assertThat(summary.records()).isEqualTo(EVENTS.size());
        assertThat(summary.joinCode()).isEqualTo("HEADLESS");
        assertThat(summary.seats()).isEqualTo(2);
        assertThat(summary.rounds()).isEqualTo(2);
        assertThat(summary.messages()).isEqualTo(4);
        assertThat(summary.finished()).isTrue();
    }

    @Test
    void aFlippedBitAnywhereIsFoundInItsRecord() {
        byte[] bytes = transcript(EVENTS);
        int line = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte before = bytes[at];
            bytes[at] ^= (byte) (1 << at % 7);
            long record = line;
            assertThatThrownBy(() -> check(bytes).run())
                    .as("byte %s of line %s", at, line)
                    .isInstanceOfSatisfying(
                            TranscriptException.class,
                            found -> assertThat(found.record()).isEqualTo(record));
            bytes[at] = before;
            line += before == '\n' ? 1 : 0;
        }
        assertThat(line).isEqualTo(EVENTS.size() + 2);
    }

    @Test
    void aTranscriptThatIsCutAnywhereIsRefused() {
        byte[] bytes = transcript(EVENTS);
        for (int length = 0; length < bytes.length; length += 7) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> check(cut).run()).isInstanceOf(TranscriptException.class);
        }
    }

    @Test
    void aRecordThatWasChangedWithTheWholeChainAfterItIsNamed() {
        List<Event> forged = new ArrayList<>(EVENTS);
        int at = index(Event.RoundSettled.class);
        Event.RoundSettled settled = (Event.RoundSettled) forged.get(at);
        forged.set(
                at,
                new Event.RoundSettled(
                        settled.atMillis(),
                        settled.round(),
                        List.of(free(settled.markets().get(0))),
                        OptionalLong.empty()));

        assertThatThrownBy(() -> check(transcript(forged)).run())
                .isInstanceOf(TranscriptException.class)
                .hasMessageStartingWith(
                        "record " + (at + 1) + ": it does not follow from the records before it (expected: ");
    }

    /** Nobody pays. */
    private static Event.SettledMarket free(Event.SettledMarket market) {
        return new Event.SettledMarket(
                market.seats().stream()
                        .map(seat ->
                                new Event.SettledSeat(seat.seat(), seat.units(), 0, seat.counted(), seat.byDefault()))
                        .toList(),
                market.priceTicks(),
                market.voided());
    }

    private static int index(Class<? extends Event> type) {
        for (int i = 0; i < EVENTS.size(); i++) {
            if (type.isInstance(EVENTS.get(i))) {
                return i;
            }
        }
        throw new AssertionError("no " + type);
    }

    /** A forger who could hide the end, and with it the seed, could change whatever follows from the seed. */
    @Test
    void aRecordAfterTheEndIsFoundAndHidesNothing() {
        List<Event> longer = new ArrayList<>(EVENTS);
        longer.add(new Event.Paused(EVENTS.get(EVENTS.size() - 1).atMillis(), PauseCause.INSTRUCTOR));
        List<Event> forged = new ArrayList<>(longer);
        int at = index(Event.RoundSettled.class);
        Event.RoundSettled settled = (Event.RoundSettled) forged.get(at);
        List<Event.SettledMarket> markets = List.of(free(settled.markets().get(0)));
        forged.set(at, new Event.RoundSettled(settled.atMillis(), settled.round(), markets, OptionalLong.empty()));

        assertThatThrownBy(() -> check(transcript(longer)).run())
                .hasMessageStartingWith(
                        "record " + (EVENTS.size() + 1) + ": it does not follow from the records before it");
        assertThatThrownBy(() -> check(transcript(forged)).run())
                .hasMessageStartingWith("record " + (at + 1) + ": it does not follow from the records before it");
    }

    @Test
    void aSecondOpeningIsFound() {
        List<Event> forged = new ArrayList<>(EVENTS);
        forged.addAll(EVENTS);

        assertThatThrownBy(() -> check(transcript(forged)).run())
                .isInstanceOfSatisfying(
                        TranscriptException.class,
                        found -> assertThat(found.record()).isEqualTo(EVENTS.size() + 1));
    }

    @Test
    void anUnfinishedSessionIsCheckedAsFarAsItGoes() throws IOException {
        TranscriptCheck.Summary summary = check(transcript(EVENTS.subList(0, index(Event.RoundSettled.class))))
                .run();

        assertThat(summary.finished()).isFalse();
        assertThat(summary.rounds()).isZero();
    }

    /** Without the seed, what needs none: time, rounds in their order, messages in open rounds, and who is settled. */
    @Test
    void anUnfinishedSessionThatIsOutOfOrderIsNamed() {
        int opened = index(Event.RoundOpened.class);
        int sealed = index(Event.MessageSealed.class);
        int closed = index(Event.RoundClosed.class);
        int settled = index(Event.RoundSettled.class);
        Event.RoundSettled round = (Event.RoundSettled) EVENTS.get(settled);

        assertOutOfOrder(closed, "round 1 to be closed first", List.of());
        assertOutOfOrder(opened, "round 1 to be opened first", List.of());
        assertOutOfOrder(sealed, "round 1 to be settled first", List.of(EVENTS.get(closed), EVENTS.get(sealed)));
        assertOutOfOrder(sealed, "one opening", List.of(EVENTS.get(0)));
        assertOutOfOrder(sealed, "a time of ", List.of(new Event.Paused(-1, PauseCause.INSTRUCTOR)));
        assertOutOfOrder(
                settled,
                "the markets that were dealt, ",
                List.of(new Event.RoundSettled(round.atMillis(), 1, List.of(), OptionalLong.empty())));
    }

    /** Puts these in place of the first round's event {@code at}; the one that does not fit is named, whichever comes first. */
    private static void assertOutOfOrder(int at, String expected, List<Event> instead) {
        List<Event> forged = new ArrayList<>(EVENTS.subList(0, index(Event.RoundSettled.class) + 1));
        forged.remove(at);
        forged.addAll(at, instead);

        assertThatThrownBy(() -> check(transcript(forged)).run())
                .hasMessageContaining("it does not follow from the records before it (expected: " + expected);
    }

    /** Everybody was shown that nobody could know the draws. */
    @Test
    void aSeedThatWasGivenAndIsSaidToBeDrawnIsNamed() throws IOException {
        assertThatThrownBy(() -> check(transcript(drawn(PLAN, SEED))).run())
                .hasMessageStartingWith("record 1: reproducible: false (expected: true, ");
        Plan seeded = PlanReader.read(PLAN.source() + "seed: pilot\n").orElseThrow();
        String seedHex = SessionSeed.of("pilot").seedHex();
        assertThatThrownBy(() -> check(transcript(drawn(seeded, SessionSeed.parse(seedHex, "17".repeat(32)))))
                        .run())
                .hasMessageStartingWith("record 1: reproducible: false (expected: true, ");
        check(transcript(drawn(PLAN, SessionSeed.parse(seedHex, "17".repeat(32)))))
                .run();
    }

    /** A session that says its seed was drawn. */
    private static List<Event> drawn(Plan plan, SessionSeed seed) {
        List<Event> events = new ArrayList<>(HeadlessSession.record(
                        plan, seed, seat -> (view, random) -> new Amount(view.valueTicks() / 2), 1)
                .events());
        Event.SessionOpened opening = (Event.SessionOpened) events.get(0);
        events.set(
                0,
                new Event.SessionOpened(
                        opening.atMillis(),
                        opening.rulesVersion(),
                        opening.joinCode(),
                        plan,
                        opening.seedCommitment(),
                        false));
        return events;
    }

    @Test
    void aReceiptLeadsToItsRecord() throws IOException {
        int at = index(Event.MessageSealed.class);
        Event.MessageSealed sealed = (Event.MessageSealed) EVENTS.get(at);
        MessageDigest digest = Chain.sha256();
        digest.update(HexFormat.of().parseHex(ReceiptSalts.of(SEED).salt(sealed.seat())));
        String receipt = HexFormat.of().formatHex(digest.digest(CODEC.encode(sealed)));
        TranscriptCheck check = check(transcript(EVENTS));

        assertThat(check.record(receipt)).hasValue(at + 1);
        assertThat(check.record("00".repeat(32))).isEmpty();
    }

    @Test
    void anotherFileIsNoTranscript() {
        assertThatThrownBy(
                        () -> check("hello\n".getBytes(StandardCharsets.UTF_8)).run())
                .hasMessageContaining("begins no transcript");
        assertThatThrownBy(() -> check("{\"transcript\":2,\"session\":\"CODE\"}\n".getBytes(StandardCharsets.UTF_8))
                        .run())
                .hasMessageContaining("transcript of form 2 (expected: 1)");
    }

    @Test
    void aPlanThatWasExchangedIsFoundByWhatWasPlayed() {
        List<Event> forged = new ArrayList<>(EVENTS);
        Event.SessionOpened opening = (Event.SessionOpened) forged.get(0);
        Plan other = PlanReader.read(PLAN.source().replace("first_price", "second_price"))
                .orElseThrow();
        forged.set(
                0,
                new Event.SessionOpened(
                        opening.atMillis(),
                        opening.rulesVersion(),
                        opening.joinCode(),
                        other,
                        opening.seedCommitment(),
                        true));

        assertThatThrownBy(() -> check(transcript(forged)).run())
                .isInstanceOfSatisfying(
                        TranscriptException.class,
                        found -> assertThat(found.record()).isEqualTo(index(Event.RoundSettled.class) + 1));
    }
}
