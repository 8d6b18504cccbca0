package dev.envelope.server.export;

import dev.envelope.game.pay.Earnings;
import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.across.OtreeTable;
import dev.envelope.server.export.across.WideTable;
import dev.envelope.server.export.form.ComprehensionTable;
import dev.envelope.server.export.form.QuestionnaireTable;
import dev.envelope.server.export.table.Dictionary;
import dev.envelope.server.export.table.EventsTable;
import dev.envelope.server.export.table.Facts;
import dev.envelope.server.export.table.LongTable;
import dev.envelope.server.export.table.MarketsTable;
import dev.envelope.server.export.table.MessagesTable;
import dev.envelope.server.export.table.NamesTable;
import dev.envelope.server.export.table.PaymentsTable;
import dev.envelope.server.export.table.SessionTable;
import dev.envelope.server.export.table.Table;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.transcript.TranscriptWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The export of one session: a ZIP with tables, plan, transcript, dictionary and sums. Of a session that has not finished it
 * holds what was settled: nothing of the round in progress leaves. It is made in two passes through the records and by way of
 * temporary files, so that memory does not grow with the seats times the rounds.
 */
public final class SessionExport {

    private static final String PLAN = "plan.yaml";
    private static final String TRANSCRIPT = "transcript.jsonl";

    private final Recording recording;
    private final EventCodec codec;
    private final boolean withNames;

    /** The export of {@code recording}; {@code withNames} says whether the seats' names are in it. */
    public SessionExport(Recording recording, EventCodec codec, boolean withNames) {
        this.recording = recording;
        this.codec = codec;
        this.withNames = withNames;
    }

    /**
     * What was exported.
     *
     * @param seats how many seats it has
     * @param rounds how many settled rounds
     * @param finished whether the session has finished
     */
    public record Summary(int seats, int rounds, boolean finished) {}

    /**
     * Writes the ZIP to {@code out}, which stays open.
     *
     * @throws dev.envelope.server.journal.JournalException naming the record that cannot be read
     */
    public Summary writeTo(OutputStream out) throws IOException {
        try {
            Facts facts = facts();
            try (Workspace workspace = Workspace.make()) {
                List<Spool> spools = new ArrayList<>();
                for (Table table : tables(facts)) {
                    spools.add(workspace.spool(table));
                }
                write(facts, spools, out);
            }
            return new Summary(facts.seats(), facts.rounds(), facts.finishedAt().isPresent());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Facts facts() {
        Survey survey = new Survey();
        recording.read(new Numbered(recording.joinCode(), codec, Long.MAX_VALUE, survey));
        Facts facts = survey.facts(recording.joinCode());
        return facts.paysSome() && facts.finishedAt().isPresent() ? facts.with(earnings(facts)) : facts;
    }

    /** What every seat has earned, by the lots of the seed that the last record reveals. */
    private List<Earnings> earnings(Facts facts) {
        EarningsPass pass = new EarningsPass(facts);
        recording.read(new Numbered(
                recording.joinCode(), codec, facts.records(), (number, record, event) -> pass.next(event)));
        return pass.earnings();
    }

    private List<Table> tables(Facts facts) {
        List<Table> tables = new ArrayList<>(List.of(
                new SessionTable(facts),
                new LongTable(facts),
                new MessagesTable(facts),
                new MarketsTable(facts),
                new EventsTable(facts),
                new PaymentsTable(facts),
                new WideTable(facts),
                new OtreeTable(facts)));
        Forms forms = facts.opening().plan().forms();
        if (forms.comprehension().isPresent()) {
            tables.add(new ComprehensionTable(facts));
        }
        if (forms.questionnaire().isPresent()) {
            tables.add(new QuestionnaireTable(facts));
        }
        if (withNames) {
            tables.add(new NamesTable(facts, recording.names()));
        }
        tables.add(new Dictionary(tables, others(facts)));
        return tables;
    }

    private static SortedMap<String, String> others(Facts facts) {
        SortedMap<String, String> others = new TreeMap<>();
        others.put(Bundle.SUMS, "the SHA-256 of every other file; sha256sum -c " + Bundle.SUMS + " checks them");
        if (!facts.isSeedInPlan()) {
            others.put(PLAN, "the plan, to the byte");
            others.put(
                    TRANSCRIPT,
                    "the session's records with their chain of hashes; envelope transcript check FILE derives everything anew");
        }
        return others;
    }

    private void write(Facts facts, List<Spool> spools, OutputStream out) throws IOException {
        Bundle bundle = new Bundle(out, facts.opening().atMillis());
        if (facts.isSeedInPlan()) {
            TranscriptWriter nowhere = new TranscriptWriter(OutputStream.nullOutputStream(), recording.joinCode());
            read(facts, spools, nowhere);
        } else {
            bundle.add(TRANSCRIPT, file -> {
                TranscriptWriter transcript = new TranscriptWriter(file, recording.joinCode());
                read(facts, spools, transcript);
                transcript.end();
            });
            byte[] plan = facts.opening().plan().source().getBytes(StandardCharsets.UTF_8);
            bundle.add(PLAN, file -> file.write(plan));
        }
        for (Spool spool : spools) {
            bundle.add(spool.name(), spool::copyTo);
        }
        bundle.end();
    }

    /** The second pass: everything that is exported, into all tables and the transcript. */
    private void read(Facts facts, List<Spool> spools, TranscriptWriter transcript) throws IOException {
        RoundAssembly rounds = new RoundAssembly(facts);
        recording.read(new Numbered(recording.joinCode(), codec, facts.records(), (number, record, event) -> {
            transcript.add(record);
            spool(number, event, rounds, spools);
        }));
        for (Spool spool : spools) {
            spool.end(rounds.totals());
        }
    }

    private static void spool(long number, Event event, RoundAssembly rounds, List<Spool> spools) throws IOException {
        for (Spool spool : spools) {
            spool.event(number, event);
        }
        var settled = rounds.next(event);
        if (settled.isPresent()) {
            for (Spool spool : spools) {
                spool.round(settled.get());
            }
        }
    }
}
