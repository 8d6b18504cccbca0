package dev.envelope.game.view;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.plan.forms.CompletionLink;
import java.util.List;
import java.util.Optional;

/**
 * How far a seat is with what people fill out. Right answers are in it only when the seat may try no more.
 *
 * @param pages what there is to read or to fill out by now
 * @param due what is to be filled out now; empty for nothing
 * @param consented whether the seat has agreed to take part
 * @param attempts how often it has answered the questions on the instructions
 * @param attemptsLeft how often it still may
 * @param wrong the questions that it answered wrong the last time
 * @param solutions the right answers to all questions, once it may try no more and has not found them
 * @param answered whether it has filled out the questionnaire
 * @param completionLink where to go now that all is done; empty before, and where the plan says nothing
 */
public record FormsStatus(
        List<FormKind> pages,
        Optional<FormKind> due,
        boolean consented,
        int attempts,
        int attemptsLeft,
        List<Wrong> wrong,
        List<FormAnswer> solutions,
        boolean answered,
        Optional<String> completionLink) {

    /** Nothing is filled out. */
    public static final FormsStatus NONE =
            new FormsStatus(List.of(), Optional.empty(), false, 0, 0, List.of(), List.of(), false, Optional.empty());

    /**
     * A question that was answered wrong.
     *
     * @param name the question's name
     * @param hint what the plan has to say to it; empty for nothing
     */
    public record Wrong(String name, String hint) {}

    /** Copies the lists. */
    public FormsStatus {
        pages = List.copyOf(pages);
        wrong = List.copyOf(wrong);
        solutions = List.copyOf(solutions);
    }

    /** The same with {@code label} in the completion link, where that has a place for it. */
    FormsStatus withLabel(String label) {
        return new FormsStatus(
                pages,
                due,
                consented,
                attempts,
                attemptsLeft,
                wrong,
                solutions,
                answered,
                completionLink.map(link -> CompletionLink.labelled(link, label)));
    }
}
