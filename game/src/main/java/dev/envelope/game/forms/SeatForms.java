package dev.envelope.game.forms;

import dev.envelope.game.plan.forms.Comprehension;
import java.util.List;
import java.util.Optional;

/**
 * What the one who has a seat has filled out.
 *
 * @param consented whether it has agreed to take part
 * @param attempts how often it has answered the questions on the instructions
 * @param tried its last answers to them
 * @param wrong the names of the questions that it answered wrong then
 * @param questionnaire its answers to the questionnaire; empty before
 */
public record SeatForms(
        boolean consented,
        int attempts,
        List<FormAnswer> tried,
        List<String> wrong,
        Optional<List<FormAnswer>> questionnaire) {

    /** Nothing yet. */
    public static final SeatForms BLANK = new SeatForms(false, 0, List.of(), List.of(), Optional.empty());

    /** Copies the lists. */
    public SeatForms {
        tried = List.copyOf(tried);
        wrong = List.copyOf(wrong);
        questionnaire = questionnaire.map(List::copyOf);
    }

    /** After it has agreed. */
    public SeatForms consenting() {
        return new SeatForms(true, attempts, tried, wrong, questionnaire);
    }

    /** After it has answered the questions on the instructions once more, {@code missed} of them wrong. */
    public SeatForms trying(List<FormAnswer> answers, List<String> missed) {
        return new SeatForms(consented, attempts + 1, answers, missed, questionnaire);
    }

    /** After it has filled out the questionnaire. */
    public SeatForms answering(List<FormAnswer> answers) {
        return new SeatForms(consented, attempts, tried, wrong, Optional.of(answers));
    }

    /** Whether it need not answer the questions of {@code comprehension} any more: it did, or it may try no more. */
    public boolean isPast(Comprehension comprehension) {
        return attempts >= comprehension.attempts() || (attempts > 0 && wrong.isEmpty());
    }
}
