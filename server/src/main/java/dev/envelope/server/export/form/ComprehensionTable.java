package dev.envelope.server.export.form;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.plan.forms.Comprehension;
import dev.envelope.game.plan.forms.Question;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.FilledOut;
import dev.envelope.server.export.table.Facts;
import dev.envelope.server.export.table.Table;
import java.io.IOException;
import java.util.List;

/** A row per answer to a question on the instructions, of every attempt. */
public final class ComprehensionTable implements Table {

    private static final List<Column> COLUMNS = List.of(
            Column.session(),
            Column.integer("record", "", "the number of the answers' record in the transcript, from 1"),
            Column.seat(),
            Column.participant(),
            Column.utcMillis("answered_at", "when the questions were answered"),
            Column.integer("attempt", "", "which of the seat's attempts, from 1"),
            Column.integer("question", "", "the question's number in the plan, from 1"),
            Column.text("answer", "the answer: a number, or the words of the choice"),
            Column.yesNo("right", "whether it is right"));

    private final Facts facts;
    private final List<Question> questions;

    /** The table of the session with these {@code facts}. */
    public ComprehensionTable(Facts facts) {
        this.facts = facts;
        this.questions = facts.opening()
                .plan()
                .forms()
                .comprehension()
                .map(Comprehension::asked)
                .orElse(List.of());
    }

    @Override
    public String file() {
        return "comprehension.csv";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void event(long record, Event event, Csv out) throws IOException {
        if (event instanceof Event.ComprehensionAnswered tried) {
            for (FormAnswer answer : tried.answers()) {
                out.plain(facts.opening().joinCode()).number(record).number(tried.seat());
                out.plain(facts.seatAt(tried.seat(), record).participant()).number(tried.atMillis());
                out.number(tried.attempt()).plain(answer.name());
                FilledOut.write(questions.get(Integer.parseInt(answer.name()) - 1), answer.value(), out);
                out.yesNo(!tried.wrong().contains(answer.name())).endLine();
            }
        }
    }
}
