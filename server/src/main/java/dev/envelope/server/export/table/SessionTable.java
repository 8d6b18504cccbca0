package dev.envelope.server.export.table;

import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** One row: what the export is of, and how much of it. */
public final class SessionTable implements Table {

    private static final List<Column> COLUMNS = List.of(
            Column.session(),
            Column.text("title", "the plan's title"),
            Column.utcMillis("opened_at", "when the session was opened"),
            Column.utcMillis("started_at", "when its seats were closed; empty: not yet"),
            Column.utcMillis("finished_at", "when it finished; empty: not yet"),
            Column.yesNo("finished", "whether it has finished; if not, only its settled rounds are exported"),
            Column.integer("seats", "", "how many seats were taken"),
            Column.integer("rounds_exported", "", "how many rounds are settled, and so exported"),
            Column.integer("rounds_planned", "", "how many rounds the plan has"),
            Column.integer("records", "", "how many records are exported"),
            Column.points("tick", "what one tick is worth"),
            Column.text("rules_version", "the version of the rules that decided"),
            Column.text("seed_commitment", "SHA-256 of seed and nonce, published before the first round"),
            Column.yesNo("reproducible", "whether the seed was given beforehand"),
            Column.text("note", "what is left out, and why"));

    private final Facts facts;

    /** The table of the session with these {@code facts}. */
    public SessionTable(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String file() {
        return "session.csv";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void end(long[] totals, Csv out) throws IOException {
        out.plain(facts.joinCode()).text(facts.plan().title());
        out.number(facts.opening().atMillis()).number(facts.startedAt()).number(facts.finishedAt());
        out.yesNo(facts.finishedAt().isPresent()).number(facts.seats());
        out.number(facts.rounds()).number(facts.plan().rounds()).number(facts.records());
        out.plain(facts.points().of(OptionalLong.of(1))).plain(facts.opening().rulesVersion());
        out.plain(facts.opening().seedCommitment()).yesNo(facts.opening().reproducible());
        out.text(note()).endLine();
    }

    private String note() {
        if (facts.finishedAt().isPresent()) {
            return "";
        }
        return "The session had not finished: what was not settled is left out."
                + (facts.isSeedInPlan()
                        ? " So are plan.yaml and transcript.jsonl, which would give away the seed that is in the plan."
                        : "");
    }
}
