package dev.envelope.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.transcript.TranscriptCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SessionExportTest {

    @Test
    void theLongTableOfTwoRoundsIsWhatWasWorkedOutByHand() {
        Unzipped export = Unzipped.of(Played.byHand());
        List<String> people = export.rows("payments.csv").stream()
                .map(row -> row.get("participant"))
                .toList();
        String golden = """
                session,seat,participant,person,round,block,round_in_block,treatment,mechanism,practice,market,agent,role,side,\
                value,message_kind,message,by_default,messages_sent,first_sent_ms,last_sent_ms,units,payment,price,payoff,\
                total,opened_at,closed_at,closed,paid,common_value,stand_in
                HEADLESS,0,P0,1,1,1,1,low,first_price,1,1,1,bidder,bidder,50.00,abstain,,1,0,,,0,0.00,60.05,0.00,0.00,2000,64000,deadline,0,,
                HEADLESS,1,P1,1,1,1,1,low,first_price,1,,,,,,,,,0,,,,,,,0.00,2000,64000,deadline,,,
                HEADLESS,2,P2,0,1,1,1,low,first_price,1,1,2,bidder,bidder,80.00,amount,60.05,0,2,500,3000,1,60.05,60.05,19.95,0.00,2000,64000,deadline,0,,
                HEADLESS,0,P0,1,2,2,1,low,first_price,0,1,2,bidder,bidder,95.00,amount,100.00,0,1,1000,1000,1,100.00,100.00,-5.00,-5.00,69000,75000,all_sealed,1,,
                HEADLESS,1,P1,1,2,2,1,low,first_price,0,1,1,bidder,bidder,45.00,amount,50.00,0,1,1000,1000,0,0.00,100.00,0.00,0.00,69000,75000,all_sealed,1,,
                HEADLESS,2,P2,0,2,2,1,low,first_price,0,,,,,,,,,0,,,,,,,0.00,69000,75000,all_sealed,,,
                """;
        for (int seat = 0; seat < people.size(); seat++) {
            golden = golden.replace(",P" + seat + ",", "," + people.get(seat) + ",");
        }

        assertThat(export.text("long.csv")).isEqualTo(golden);
        assertThat(people).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]{10}"));
    }

    @Test
    void messagesMarketsAndEventsOfTheSame() {
        Unzipped export = Unzipped.of(Played.byHand());

        assertThat(export.rows("messages.csv"))
                .extracting(
                        row -> row.get("record"),
                        row -> row.get("round"),
                        row -> row.get("seat"),
                        row -> row.get("receipt"),
                        row -> row.get("since_open_ms"),
                        row -> row.get("ticks"),
                        row -> row.get("amount"))
                .containsExactly(
                        tuple("8", "1", "2", "1", "500", "1000", "50.00"),
                        tuple("11", "1", "2", "2", "3000", "1201", "60.05"),
                        tuple("16", "2", "1", "1", "1000", "1000", "50.00"),
                        tuple("17", "2", "0", "1", "1000", "2000", "100.00"));
        assertThat(export.rows("markets.csv"))
                .extracting(
                        row -> row.get("winners"),
                        row -> row.get("revenue"),
                        row -> row.get("gains"),
                        row -> row.get("first_best_gains"),
                        row -> row.get("efficiency"))
                .containsExactly(
                        tuple("2", "60.05", "80.00", "80.00", "1.000000"),
                        tuple("0", "100.00", "95.00", "95.00", "1.000000"));
        assertThat(export.rows("events.csv"))
                .extracting(row -> row.get("event") + " " + row.get("reason") + " " + row.get("millis"))
                .contains(
                        "round_opened  60000",
                        "paused instructor ",
                        "resumed  2000",
                        "round_closed deadline ",
                        "grace_started  5000")
                .hasSize(Played.byHand().size() - 4);
        assertThat(export.rows("events.csv").get(0)).containsEntry("at_utc", "1970-01-01T00:00:01.000Z");
    }

    @Test
    void moneyIsRoundedOnceAndHalfUp() {
        List<Map<String, String>> rows = Unzipped.of(Played.byHand()).rows("payments.csv");

        // (10 − 5) / 8 + 5 = 5.625; (10 + 0) / 8 + 5 = 6.25
        assertThat(rows).extracting(row -> row.get("money")).containsExactly("5.63", "6.25", "6.25");
        assertThat(rows).extracting(row -> row.get("points")).containsExactly("-5.00", "0.00", "0.00");
        assertThat(rows).allSatisfy(row -> assertThat(row).containsEntry("currency", "EUR"));
    }

    @Test
    void nothingOfARoundInProgressLeaves() {
        Unzipped before = Unzipped.of(Played.byHand());
        Unzipped export = Unzipped.of(Played.byHandAndThird());

        for (String file : before.files().keySet()) {
            assertThat(export.text(file)).as(file).isEqualTo(before.text(file));
        }
        assertThat(export.rows("session.csv").get(0))
                .containsEntry("finished", "0")
                .containsEntry("rounds_exported", "2")
                .containsEntry("rounds_planned", "3")
                .containsEntry("title", "'=HYPERLINK(1), a \"title\"")
                .hasEntrySatisfying("note", note -> assertThat(note).contains("not finished"));
    }

    @Test
    void theSumsAreThoseOfAllOtherFiles() {
        Unzipped export = Unzipped.of(Played.PLAYED);
        String sums = export.files().entrySet().stream()
                .filter(file -> !file.getKey().equals("SHA256SUMS"))
                .map(file ->
                        HexFormat.of().formatHex(Chain.sha256().digest(file.getValue())) + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());

        assertThat(export.text("SHA256SUMS")).isEqualTo(sums);
        assertThat(export.text("plan.yaml")).isEqualTo(Played.LARGER.source());
    }

    @Test
    void theDictionaryExplainsEveryColumnAndFile() {
        Unzipped export = Unzipped.of(Unzipped.zip(Played.PLAYED, true, Map.of(0, "Ann")));
        Map<String, List<String>> explained = export.rows("dictionary.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> String.valueOf(row.get("file")),
                        Collectors.mapping(row -> String.valueOf(row.get("column")), Collectors.toList())));

        assertThat(explained.keySet())
                .containsExactlyInAnyOrderElementsOf(export.files().keySet());
        for (String file : export.files().keySet()) {
            if (file.endsWith(".csv")) {
                assertThat(export.header(file).stream()
                                .map(column -> column.replaceAll("_\\d+$", "_{round}")
                                        .replaceAll("^envelope\\.\\d+\\.", "envelope.{round}."))
                                .distinct())
                        .as(file)
                        .containsExactlyElementsOf(explained.get(file));
            }
        }
    }

    @Test
    void theTranscriptIsTheRecordedOne() throws IOException {
        byte[] transcript = Unzipped.of(Played.PLAYED).bytes("transcript.jsonl");
        TranscriptCheck.Summary summary =
                new TranscriptCheck(() -> new ByteArrayInputStream(transcript), Unzipped.CODEC).run();

        assertThat(summary.records()).isEqualTo(Played.PLAYED.size());
        assertThat(summary.finished()).isTrue();
    }

    @Test
    void noFormulaAndNoSecretIsInTheTables() {
        Map<Integer, String> typed = Map.of(0, "=cmd|' /C calc'!A0", 1, "@x", 2, "Zoë, \"Z\"\n+1");
        Unzipped export = Unzipped.of(Unzipped.zip(Played.byHandAndThird(), true, typed));

        assertThat(export.rows("names.csv"))
                .extracting(row -> row.get("name"))
                .containsExactly("'=cmd|' /C calc'!A0", "'@x", "Zoë, \"Z\"\n+1");
        for (String file : export.files().keySet()) {
            assertThat(export.text(file))
                    .as(file)
                    .doesNotContain(Played.SEED.seedHex(), Played.SEED.nonceHex(), "aa".repeat(32), "bb".repeat(32));
            if (!file.equals("names.csv")) {
                assertThat(export.text(file)).as(file).doesNotContain("Zoë");
            }
        }
        assertThat(Unzipped.of(Played.byHand()).files()).doesNotContainKey("names.csv");
    }

    @Test
    void theSeedOfAReproducibleSessionStaysInUntilItHasFinished() {
        Plan plan = PlanReader.read(Played.LARGER.source() + "seed: pilot-3\n").orElseThrow();
        List<Event> events = HeadlessSession.record(
                        plan, SessionSeed.of("pilot-3"), seat -> (view, random) -> new Abstain(), 1)
                .events();
        Unzipped running = Unzipped.of(events.subList(0, events.size() - 1));

        for (String file : running.files().keySet()) {
            assertThat(running.text(file)).as(file).doesNotContain("pilot-3");
        }
        assertThat(running.files()).doesNotContainKeys("plan.yaml", "transcript.jsonl");
        assertThat(running.rows("session.csv").get(0).get("note")).contains("plan.yaml");
        assertThat(Unzipped.of(events).text("plan.yaml")).contains("seed: pilot-3");
    }

    @Test
    void aSessionThatHasNotBegunHasSeatsAndNoRounds() {
        Unzipped export = Unzipped.of(Played.byHand().subList(0, 4));

        assertThat(export.rows("long.csv")).isEmpty();
        assertThat(export.rows("wide.csv")).hasSize(3);
        assertThat(export.rows("payments.csv"))
                .extracting(row -> row.get("money"))
                .containsOnly("6.25");
        assertThat(export.rows("session.csv").get(0)).containsEntry("rounds_exported", "0");
    }

    @Test
    void manySeatsAndRoundsAreAllThere() {
        Plan plan = PlanReader.read("""
                        envelope: 1
                        seats: 200
                        rounds: 20
                        treatments:
                          main: {mechanism: second_price, bidders: 4, values: [0, 100]}
                        """).orElseThrow();
        Unzipped export = Unzipped.of(
                HeadlessSession.record(plan, Played.SEED, seat -> (view, random) -> new Amount(view.valueTicks()), 1)
                        .events());

        assertThat(export.text("long.csv").lines()).hasSize(1 + 200 * 20);
        assertThat(export.text("messages.csv").lines()).hasSize(1 + 200 * 20);
        assertThat(export.text("markets.csv").lines()).hasSize(1 + 50 * 20);
        assertThat(export.rows("otree.csv"))
                .hasSize(200)
                .allSatisfy(row -> assertThat(row)
                        .hasSize(22 + 14 * 20)
                        .containsEntry("envelope.20.subsession.round_number", "20"));
    }

    @Test
    void theSameSessionGivesTheSameBytes() {
        assertThat(Unzipped.zip(Played.PLAYED, false, Map.of()))
                .isEqualTo(Unzipped.zip(Played.PLAYED, false, Map.of()));
    }

    @Test
    void aRecordThatCannotBeReadIsNamed() {
        List<StoredRecord> records = new ArrayList<>();
        Chain chain = new Chain();
        Played.PLAYED.subList(0, 4).forEach(event -> records.add(chain.add(Unzipped.CODEC.encode(event))));
        records.add(chain.add("no record".getBytes(StandardCharsets.US_ASCII)));
        Recording damaged = new Recording() {
            @Override
            public String joinCode() {
                return "HEADLESS";
            }

            @Override
            public void read(Consumer<StoredRecord> reader) {
                records.forEach(reader);
            }

            @Override
            public SortedMap<Integer, String> names() {
                return new TreeMap<>();
            }
        };

        assertThatThrownBy(() ->
                        new SessionExport(damaged, Unzipped.CODEC, false).writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("session HEADLESS: record 5: ");
    }
}
