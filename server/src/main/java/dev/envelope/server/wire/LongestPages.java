package dev.envelope.server.wire;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.forms.CheckQuestion;
import dev.envelope.game.plan.forms.CompletionLink;
import dev.envelope.game.plan.forms.Comprehension;
import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.plan.forms.Questionnaire;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.FormsStatus;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of a plan as they are sent, and the longest that a seat is told of how far it is with them. */
final class LongestPages {

    private LongestPages() {}

    /**
     * Checks that everyone can be sent every page.
     *
     * @throws IllegalArgumentException when one is longer than the limit, in either format
     */
    static void require(Plan plan, Limits limits, ResponseEncoder encoder) {
        Forms forms = plan.forms();
        require(
                FormKind.CONSENT,
                new FormPage(FormKind.CONSENT, forms.consent().orElse(""), List.of()),
                limits,
                encoder);
        require(
                FormKind.INSTRUCTIONS,
                new FormPage(FormKind.INSTRUCTIONS, plan.instructions(), List.of()),
                limits,
                encoder);
        require(
                FormKind.COMPREHENSION,
                new FormPage(
                        FormKind.COMPREHENSION,
                        "",
                        forms.comprehension().map(Comprehension::asked).orElse(List.of())),
                limits,
                encoder);
        require(
                FormKind.QUESTIONNAIRE,
                new FormPage(
                        FormKind.QUESTIONNAIRE,
                        "",
                        forms.questionnaire().map(Questionnaire::questions).orElse(List.of())),
                limits,
                encoder);
    }

    private static void require(FormKind kind, FormPage page, Limits limits, ResponseEncoder encoder) {
        int bytes = Stream.of(Format.values())
                .mapToInt(format ->
                        encoder.answer(-1, new Response.Page(page), format).size())
                .max()
                .orElseThrow();
        if (bytes > limits.maxFrameBytes()) {
            throw new IllegalArgumentException(kind.name().toLowerCase(Locale.ROOT) + ": " + bytes
                    + " bytes to send (expected: at most " + limits.maxFrameBytes() + ", by a shorter text)");
        }
    }

    /** As much as a seat is ever told. */
    static FormsStatus status(Plan plan) {
        List<CheckQuestion> asked =
                plan.forms().comprehension().map(Comprehension::questions).orElse(List.of());
        return new FormsStatus(
                List.of(FormKind.values()),
                Optional.of(FormKind.QUESTIONNAIRE),
                true,
                PlanLimits.ATTEMPTS,
                PlanLimits.ATTEMPTS,
                asked.stream()
                        .map(question ->
                                new FormsStatus.Wrong(question.question().name(), question.hint()))
                        .toList(),
                asked.stream()
                        .map(question -> new FormAnswer(question.question().name(), question.right()))
                        .toList(),
                true,
                plan.forms()
                        .link()
                        .map(link -> CompletionLink.labelled(
                                link.filled(PlanLimits.SEATS, "x".repeat(40)),
                                Character.toString(0x1F600).repeat(40))));
    }
}
