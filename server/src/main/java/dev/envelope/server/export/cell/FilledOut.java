package dev.envelope.server.export.cell;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.forms.AnswerForm;
import dev.envelope.game.plan.forms.Question;
import dev.envelope.game.plan.forms.Questionnaire;
import dev.envelope.game.session.event.Event;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answers to the questionnaire by seat, for tables that have a column for each question. None where the plan asks nothing. */
public final class FilledOut {

    private final List<Question> questions;
    private final Map<Integer, List<FormAnswer>> bySeat = new HashMap<>();

    /** The answers in a session of {@code plan}. */
    public FilledOut(Plan plan) {
        questions = questions(plan);
    }

    private static List<Question> questions(Plan plan) {
        return plan.forms().questionnaire().map(Questionnaire::questions).orElse(List.of());
    }

    /** A column for each question of {@code plan}, called {@code prefix} and its name. */
    public static List<Column> columns(Plan plan, String prefix) {
        return questions(plan).stream()
                .map(question -> new Column(
                        prefix + question.name(),
                        isNumber(question) ? Column.Type.DECIMAL : Column.Type.TEXT,
                        "",
                        "the answer to: " + question.text()))
                .toList();
    }

    private static boolean isNumber(Question question) {
        AnswerForm.Kind kind = question.answer().kind();
        return kind == AnswerForm.Kind.NUMBER || kind == AnswerForm.Kind.SCALE;
    }

    /** Takes the next event. */
    public void event(Event event) {
        if (event instanceof Event.QuestionnaireAnswered filled) {
            bySeat.put(filled.seat(), filled.answers());
        }
    }

    /** Writes the answers of {@code seat}, a cell for each question; empty where it gave none. */
    public void write(int seat, Csv out) throws IOException {
        for (Question question : questions) {
            String answer = bySeat.getOrDefault(seat, List.of()).stream()
                    .filter(given -> given.name().equals(question.name()))
                    .map(FormAnswer::value)
                    .findFirst()
                    .orElse("");
            write(question, answer, out);
        }
    }

    /** Writes empty cells, one for each question. */
    public void skip(Csv out) throws IOException {
        out.empty(questions.size());
    }

    /** Writes an answer to {@code question}: a number as it is, other words so that no spreadsheet runs them. */
    public static void write(Question question, String answer, Csv out) throws IOException {
        if (isNumber(question)) {
            out.plain(answer);
        } else {
            out.text(answer);
        }
    }
}
