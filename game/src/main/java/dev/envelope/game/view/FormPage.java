package dev.envelope.game.view;

import dev.envelope.game.forms.FormKind;
import dev.envelope.game.plan.forms.Question;
import java.util.List;

/**
 * A page that is read or filled out: what it says, without anything that would tell a right answer.
 *
 * @param kind which page
 * @param text its text in Markdown; empty where it has none
 * @param questions its questions, in order
 */
public record FormPage(FormKind kind, String text, List<Question> questions) {

    /** Copies the list. */
    public FormPage {
        questions = List.copyOf(questions);
    }
}
