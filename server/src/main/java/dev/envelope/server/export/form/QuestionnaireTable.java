package dev.envelope.server.export.form;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.plan.forms.Question;
import dev.envelope.game.plan.forms.Questionnaire;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.FilledOut;
import dev.envelope.server.export.table.Facts;
import dev.envelope.server.export.table.Table;
import java.io.IOException;
import java.util.List;

/** A row per answer to the questionnaire, in the order of the records. */
public final class QuestionnaireTable implements Table {

    private static final List<Column> COLUMNS = List.of(
            Column.session(),
            Column.integer("record", "", "the number of the answers' record in the transcript, from 1"),
            Column.seat(),
            Column.participant(),
            Column.utcMillis("answered_at", "when the questionnaire was filled out"),
            Column.text("question", "the question's name in the plan"),
            Column.text("answer", "the answer: a number, the words of the choice, or what was typed"));

    private final Facts facts;
    private final List<Question> questions;

    /** The table of the session with these {@code facts}. */
    public QuestionnaireTable(Facts facts) {
        this.facts = facts;
        this.questions = facts.opening()
                .plan()
                .forms()
                .questionnaire()
                .map(Questionnaire::questions)
                .orElse(List.of());
    }

    @Override
    public String file() {
        return "questionnaire.csv";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void event(long record, Event event, Csv out) throws IOException {
        if (event instanceof Event.QuestionnaireAnswered filled) {
            for (FormAnswer answer : filled.answers()) {
                out.plain(facts.opening().joinCode()).number(record).number(filled.seat());
                out.plain(facts.seatAt(filled.seat(), record).participant()).number(filled.atMillis());
                out.plain(answer.name());
                write(answer, out);
                out.endLine();
            }
        }
    }

    private void write(FormAnswer answer, Csv out) throws IOException {
        for (Question question : questions) {
            if (question.name().equals(answer.name())) {
                FilledOut.write(question, answer.value(), out);
            }
        }
    }
}
