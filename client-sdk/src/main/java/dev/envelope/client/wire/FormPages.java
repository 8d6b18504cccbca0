package dev.envelope.client.wire;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.plan.forms.AnswerForm;
import dev.envelope.game.plan.forms.Question;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.FormsStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people fill out, out of protobuf. Pages that this version does not know are passed over. */
final class FormPages {

    private static final String KIND = "FORM_KIND_";

    private FormPages() {}

    static FormsStatus status(dev.envelope.proto.v1.FormsStatus status) {
        return new FormsStatus(
                status.getPagesList().stream()
                        .flatMap(kind -> kind(kind).stream())
                        .toList(),
                kind(status.getDue()),
                status.getConsented(),
                status.getAttempts(),
                status.getAttemptsLeft(),
                status.getWrongList().stream()
                        .map(wrong -> new FormsStatus.Wrong(wrong.getName(), wrong.getHint()))
                        .toList(),
                answers(status.getSolutionsList()),
                status.getAnswered(),
                status.getCompletionLink().isEmpty() ? Optional.empty() : Optional.of(status.getCompletionLink()));
    }

    static FormPage page(dev.envelope.proto.v1.FormPage page) {
        return new FormPage(
                kind(page.getForm())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "form: " + page.getForm() + " (expected: one this client knows)")),
                page.getText(),
                page.getQuestionsList().stream().map(FormPages::question).toList());
    }

    private static Question question(dev.envelope.proto.v1.Question question) {
        AnswerForm.Kind kind = Stream.of(AnswerForm.Kind.values())
                .filter(known -> question.getKind().name().equals("ANSWER_KIND_" + known.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "answer kind: " + question.getKind() + " (expected: one this client knows)"));
        AnswerForm answer = new AnswerForm(
                kind,
                number(question.getMinimum()),
                number(question.getMaximum()),
                question.getWhole(),
                question.getChoicesList(),
                question.getLongest());
        return new Question(question.getName(), question.getText(), answer, question.getRequired());
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    static Optional<FormKind> kind(dev.envelope.proto.v1.FormKind kind) {
        return Stream.of(FormKind.values())
                .filter(known -> kind.name().equals(KIND + known.name()))
                .findFirst();
    }

    static dev.envelope.proto.v1.FormKind kind(FormKind kind) {
        return dev.envelope.proto.v1.FormKind.valueOf(KIND + kind.name());
    }

    private static List<FormAnswer> answers(List<dev.envelope.proto.v1.FormAnswer> answers) {
        return answers.stream()
                .map(answer -> new FormAnswer(answer.getName(), answer.getValue()))
                .toList();
    }
}
