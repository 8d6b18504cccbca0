package dev.envelope.server.wire.form;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.plan.forms.AnswerForm;
import dev.envelope.game.plan.forms.Question;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.FormsStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages, questions, answers and how far a seat is, to protobuf and back. Enums have the same names on both sides, behind a prefix. */
public final class FormCodec {

    private static final String KIND = "FORM_KIND_";

    private FormCodec() {}

    /** How far a seat is. */
    public static dev.envelope.proto.v1.FormsStatus encode(FormsStatus status) {
        dev.envelope.proto.v1.FormsStatus.Builder builder = dev.envelope.proto.v1.FormsStatus.newBuilder()
                .setConsented(status.consented())
                .setAttempts(status.attempts())
                .setAttemptsLeft(status.attemptsLeft())
                .addAllSolutions(encode(status.solutions()))
                .setAnswered(status.answered())
                .setCompletionLink(status.completionLink().orElse(""));
        status.pages().forEach(page -> builder.addPages(encode(page)));
        status.due().ifPresent(due -> builder.setDue(encode(due)));
        status.wrong()
                .forEach(
                        wrong -> builder.addWrongBuilder().setName(wrong.name()).setHint(wrong.hint()));
        return builder.build();
    }

    /** What a page says. */
    public static dev.envelope.proto.v1.FormPage encode(FormPage page) {
        dev.envelope.proto.v1.FormPage.Builder builder = dev.envelope.proto.v1.FormPage.newBuilder()
                .setForm(encode(page.kind()))
                .setText(page.text());
        page.questions().forEach(question -> builder.addQuestions(encode(question)));
        return builder.build();
    }

    private static dev.envelope.proto.v1.Question encode(Question question) {
        AnswerForm answer = question.answer();
        dev.envelope.proto.v1.Question.Builder builder = dev.envelope.proto.v1.Question.newBuilder()
                .setName(question.name())
                .setText(question.text())
                .setRequired(question.required())
                .setKind(dev.envelope.proto.v1.Question.AnswerKind.valueOf(
                        "ANSWER_KIND_" + answer.kind().name()))
                .setWhole(answer.whole())
                .addAllChoices(answer.words())
                .setLongest(answer.longest());
        if (answer.kind() == AnswerForm.Kind.NUMBER || answer.kind() == AnswerForm.Kind.SCALE) {
            builder.setMinimum(answer.least().toPlainString())
                    .setMaximum(answer.most().toPlainString());
        }
        return builder.build();
    }

    /** Which page. */
    public static dev.envelope.proto.v1.FormKind encode(FormKind kind) {
        return dev.envelope.proto.v1.FormKind.valueOf(KIND + kind.name());
    }

    /** Which page; empty where it is none that is known. */
    public static Optional<FormKind> decode(dev.envelope.proto.v1.FormKind kind) {
        return Stream.of(FormKind.values())
                .filter(known -> kind.name().equals(KIND + known.name()))
                .findFirst();
    }

    /** Answers. */
    public static List<dev.envelope.proto.v1.FormAnswer> encode(List<FormAnswer> answers) {
        return answers.stream()
                .map(answer -> dev.envelope.proto.v1.FormAnswer.newBuilder()
                        .setName(answer.name())
                        .setValue(answer.value())
                        .build())
                .toList();
    }

    /** Answers. */
    public static List<FormAnswer> decode(List<dev.envelope.proto.v1.FormAnswer> answers) {
        return answers.stream()
                .map(answer -> new FormAnswer(answer.getName(), answer.getValue()))
                .toList();
    }
}
