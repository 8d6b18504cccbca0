package dev.envelope.server.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.message.Amount;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import dev.envelope.server.journal.MemoryJournal;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class RecoveryTest {

    @Test
    void aSessionGoesOnInTheSameRoundWithEveryAcknowledgedMessage() {
        try (Hall hall = new Hall()) {
            OpenedSession session = hall.open(2, 1);
            List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
            long id = hall.send(seats.get(0), 1, 40);
            Response receipt = seats.get(0).awaitAnswer(id);
            hall.clock.addAndGet(10_000);
            hall.bid(seats.get(1), 1, 30);
            hall.restart(500_000);

            FakeConnection back = new FakeConnection();
            Response.Welcome welcome = (Response.Welcome) hall.hello(back, Hall.person(session.joinCode(), 0));
            assertThat(welcome.seat()).hasValue(0);
            View view = welcome.snapshot().view().orElseThrow();
            assertThat(view.standing()).contains(new Amount(40));
            // The whole minute, so that it does not tell when the others bid; the grace of 5 s, unseen, goes on.
            assertThat(view.remainingMillis()).hasValue(60_000);
            hall.registry.request(back, new Request.Submit(id, 1, new Amount(40)));
            assertThat(back.awaitAnswer(id)).isEqualTo(receipt);
            hall.clock.addAndGet(5_000);
            assertThat(back.awaitSent(Response.RoundSettled.class).result().paymentTicks())
                    .isEqualTo(40);
        }
    }

    @Test
    void theClockGoesOnWhenTheMachinesWasSetBackMeanwhile() {
        try (Hall hall = new Hall()) {
            OpenedSession session = hall.open(2, 1);
            hall.seat(session.joinCode(), 2);
            hall.clock.addAndGet(10_000);
            hall.restart(-500_000);
            hall.restart(-500_000);
            FakeConnection back = new FakeConnection();
            Response.Welcome welcome = (Response.Welcome) hall.hello(back, Hall.person(session.joinCode(), 0));
            long left =
                    welcome.snapshot().view().orElseThrow().remainingMillis().orElseThrow();
            assertThat(left).isBetween(1L, 60_000L);
            hall.clock.addAndGet(left);
            assertThat(back.awaitSent(Response.RoundSettled.class).result().units())
                    .isZero();
        }
    }

    @Test
    void theInstructorsTokenAndTheNamesOutliveARestart() {
        try (Hall hall = new Hall()) {
            OpenedSession session = hall.open(2, 1);
            hall.seat(session.joinCode(), 1);
            hall.restart(0);
            assertThat(hall.hello(
                            new FakeConnection(),
                            new Identity.Instructor(session.joinCode(), session.instructorToken())))
                    .isInstanceOf(Response.Welcome.class);
            assertThat(hall.journal.names(1)).containsEntry(0, "Person 0");
        }
    }

    @Test
    void whoComesBackToASessionThatIsOverSeesHowItEnded() {
        try (Hall hall = new Hall()) {
            OpenedSession session = hall.open(2, 1);
            List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
            hall.bid(seats.get(1), 1, 20);
            hall.clock.addAndGet(60_000);
            Response.RoundSettled settled = seats.get(1).awaitSent(Response.RoundSettled.class);
            hall.restart(500_000);

            Response.Welcome welcome =
                    (Response.Welcome) hall.hello(new FakeConnection(), Hall.person(session.joinCode(), 1));
            Snapshot end = welcome.snapshot();
            assertThat(welcome.seat()).hasValue(1);
            assertThat(end.phase()).isEqualTo(Phase.FINISHED);
            assertThat(end.lastResult()).contains(settled.result());
            assertThat(end.totalTicks()).isEqualTo(settled.result().totalTicks());
            assertThat(end.proof().revealed()).isPresent();
            assertThat(refusal(hall, Hall.person(session.joinCode(), 7)))
                    .isEqualTo(new Refusal(
                            RefusalCode.DOOR_CLOSED,
                            "session: over (expected: the key of a seat in it, or a session to come)"));
            assertThat(hall.open(2, 1).joinCode()).isNotEqualTo(session.joinCode());
        }
    }

    @Test
    void aStartTakesUpTheLastFinishedSessionsAsFarAsThereIsRoomAndAllThatGoOn() {
        Limits few = limits(3, 1_000_000);
        try (Hall hall = new Hall(new MemoryJournal(), few)) {
            List<String> codes = finished(hall, 3);
            String goesOn = hall.open(2, 1).joinCode();
            hall.restart(0);
            assertThat(hall.registry.all())
                    .extracting(SessionStatus::joinCode)
                    .containsExactly(codes.get(1), codes.get(2), goesOn);
            assertThat(refusal(hall, Hall.person(codes.get(0).toLowerCase(Locale.ROOT), 0)))
                    .isEqualTo(new Refusal(
                            RefusalCode.DOOR_CLOSED,
                            "join code: " + codes.get(0)
                                    + ", whose session is over (expected: that of one that goes on)"));
            assertThat(refusal(hall, Hall.person("ZZZZZ", 0)).code()).isEqualTo(RefusalCode.UNKNOWN_SESSION);
            String opened = hall.open(2, 1).joinCode();
            assertThat(hall.registry.all())
                    .extracting(SessionStatus::joinCode)
                    .containsExactly(codes.get(2), goesOn, opened);
        }
    }

    @Test
    void aStartReadsOnlySoManyRecordsOfFinishedSessions() {
        Limits little = limits(10, 1);
        try (Hall hall = new Hall(new MemoryJournal(), little)) {
            List<String> codes = finished(hall, 2);
            hall.restart(0);
            assertThat(hall.registry.all()).extracting(SessionStatus::joinCode).containsExactly(codes.get(1));
        }
    }

    /** Sessions that were played to their ends and left, one after another. */
    private static List<String> finished(Hall hall, int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String joinCode = hall.open(2, 1).joinCode();
            List<FakeConnection> seats = hall.seat(joinCode, 2);
            hall.clock.addAndGet(60_000);
            seats.get(0).awaitSent(Response.RoundSettled.class);
            seats.forEach(hall.registry::closed);
            await().until(() -> hall.registry.find(joinCode).orElseThrow().connections() == 0);
            codes.add(joinCode);
        }
        return codes;
    }

    private static Limits limits(int maxSessions, int maxFinishedRecords) {
        Limits all = Limits.DEFAULT;
        return new Limits(
                all.maxFrameBytes(),
                all.maxOutstanding(),
                all.maxConnections(),
                all.maxConnectionsPerSeat(),
                maxSessions,
                maxFinishedRecords,
                all.maxQueued(),
                all.maxMessagesPerRound(),
                all.maxDeclines(),
                all.helloTimeoutMillis(),
                all.idleTimeoutMillis(),
                all.maxOutboundBytes(),
                all.maxOutboundPushes(),
                all.maxRequestHeadBytes(),
                all.maxExports(),
                all.closeTimeoutMillis());
    }

    private static Refusal refusal(Hall hall, Identity identity) {
        return ((Response.Refused) hall.hello(new FakeConnection(), identity)).refusal();
    }

    @Test
    void theSecretsStandInNoRecordBeforeTheEnd() {
        try (Hall hall = new Hall()) {
            OpenedSession session = hall.open(2, 2);
            hall.seat(session.joinCode(), 2);
            String seed = hall.journal.sessions().get(0).secrets().seed();
            hall.registry.transcript(session.joinCode(), record -> {
                String hex = java.util.HexFormat.of().formatHex(record.bytes());
                assertThat(hex).doesNotContain(seed);
                assertThat(new String(record.bytes(), UTF_8)).doesNotContain("Person");
            });
        }
    }

    @Test
    void theSameSeedAndMessagesGiveTheSameJournal() {
        assertThat(journal()).isEqualTo(journal());
    }

    /** All stored bytes of one session after its opening, which names the join code. */
    private static byte[] journal() {
        MemoryJournal store = new MemoryJournal();
        try (Hall hall = new Hall(store)) {
            OpenedSession session = hall.open(3, 2);
            List<FakeConnection> seats = hall.seat(session.joinCode(), 3);
            for (int round = 1; round <= 2; round++) {
                for (int seat = 0; seat < 3; seat++) {
                    hall.clock.addAndGet(10);
                    hall.bid(seats.get(seat), round, 10L + seat);
                }
                hall.clock.addAndGet(5_000);
                awaitCount(seats.get(0), Response.RoundSettled.class, round);
                hall.clock.addAndGet(4_000);
                if (round == 1) {
                    awaitCount(seats.get(0), Response.RoundOpened.class, 2);
                }
            }
            List<byte[]> records = new ArrayList<>();
            hall.registry.transcript(session.joinCode(), record -> records.add(record.bytes()));
            assertThat(records).hasSizeGreaterThan(15);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            records.stream().skip(1).forEach(all::writeBytes);
            return all.toByteArray();
        }
    }

    private static void awaitCount(FakeConnection connection, Class<? extends Response> type, int count) {
        await().until(() -> connection.sent(type).size() == count);
    }
}
