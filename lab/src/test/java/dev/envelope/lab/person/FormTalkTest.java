package dev.envelope.lab.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.plan.forms.AnswerForm;
import dev.envelope.game.plan.forms.Question;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.FormsStatus;
import dev.envelope.game.view.Phase;
import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.person.text.QuestionText;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people fill out at a terminal. */
@Timeout(30)
class FormTalkTest extends SeatedAtTerminal {

    private static final List<FormKind> PAGES =
            List.of(FormKind.CONSENT, FormKind.INSTRUCTIONS, FormKind.COMPREHENSION);

    FormTalkTest() {
        seat.pages.put(FormKind.CONSENT, new FormPage(FormKind.CONSENT, "# Consent\nBids are *recorded*.", List.of()));
        seat.pages.put(
                FormKind.INSTRUCTIONS,
                new FormPage(FormKind.INSTRUCTIONS, "See [the rules](https://example.org/r).", List.of()));
        seat.pages.put(
                FormKind.COMPREHENSION,
                new FormPage(
                        FormKind.COMPREHENSION,
                        "",
                        List.of(
                                new Question("1", "Who pays?", AnswerForm.choice(List.of("all", "the winner")), true),
                                new Question(
                                        "2",
                                        "How much?",
                                        AnswerForm.number(BigDecimal.ZERO, BigDecimal.TEN, false),
                                        true))));
        seat.pages.put(
                FormKind.QUESTIONNAIRE,
                new FormPage(
                        FormKind.QUESTIONNAIRE,
                        "",
                        List.of(
                                new Question("mood", "How happy?", AnswerForm.scale(1, 7, List.of()), true),
                                new Question("word", "Anything else?", AnswerForm.text(50), false))));
    }

    @Test
    void consentInstructionsAndQuestionsComeBeforeTheRounds() throws IOException {
        CompletableFuture<Optional<Throwable>> unused = play(Catalogue.Language.EN);
        seat.forms(Phase.LOBBY, status(FormKind.CONSENT, 0, 2, List.of()));
        sees("Consent", "Bids are recorded.", "Do you agree to take part?");
        sees("All seats are taken. The first round begins when everybody has agreed and");
        assertThat(shown.toString()).doesNotContain("the rules");

        type("perhaps");
        type("yes");
        await().untilAsserted(() -> assertThat(seat.filled).containsExactly(true));
        seat.forms(Phase.LOBBY, status(FormKind.COMPREHENSION, 0, 2, List.of()));
        sees("See the rules (https://example.org/r).", "Question 1 of 2: Who pays?", "1. all", "2. the winner");

        type("3");
        type("1");
        sees("Question 2 of 2: How much?");
        type("2.50");
        await().untilAsserted(() -> assertThat(seat.filled.get(1))
                .isEqualTo(List.of(new FormAnswer("1", "all"), new FormAnswer("2", "2.5"))));

        seat.forms(
                Phase.LOBBY, status(FormKind.COMPREHENSION, 1, 1, List.of(new FormsStatus.Wrong("1", "Read page 1."))));
        sees("Question 1: this is not right. Read page 1.", "Tries left: 1.");
        type("the winner");
        await().untilAsserted(() -> assertThat(seat.filled.get(2))
                .isEqualTo(List.of(new FormAnswer("1", "the winner"), new FormAnswer("2", "2.5"))));
        seat.forms(Phase.LOBBY, status(null, 2, 0, List.of()));
        sees("All your answers are right.");
    }

    /** The seat is given back: what is there to read for who takes part is fetched no more. */
    @Test
    void whoDoesNotAgreeIsShownNothingMore() throws IOException {
        CompletableFuture<Optional<Throwable>> unused = play(Catalogue.Language.EN);
        seat.forms(Phase.LOBBY, status(FormKind.CONSENT, 0, 2, List.of()));
        sees("Do you agree to take part?");
        type("no");
        await().untilAsserted(() -> assertThat(seat.filled).containsExactly(false));
        seat.forms(Phase.LOBBY, status(null, 0, 2, List.of()));

        sees("your seat is given back");
        assertThat(shown.toString()).doesNotContain("the rules");
    }

    @Test
    void whatIsAskedIsAskedAgainWhenTheConnectionIsBack() throws IOException {
        CompletableFuture<Optional<Throwable>> unused = play(Catalogue.Language.EN);
        seat.forms(Phase.QUESTIONNAIRE, status(FormKind.QUESTIONNAIRE, 0, 2, List.of()));
        sees("Question 1 of 2: How happy?");
        type("4");
        sees("Question 2 of 2: Anything else?");
        seat.comesBackToForms();

        sees("You have seat", "Question 2 of 2: Anything else?");
        await().untilAsserted(() ->
                assertThat(shown.toString().split("Question 2 of 2", -1)).hasSize(3));
        assertThat(shown.toString()).doesNotContain("Wait for the next round");
    }

    @Test
    void theQuestionnaireIsAskedInChineseAndTheLinkShown() throws IOException {
        CompletableFuture<Optional<Throwable>> unused = play(Catalogue.Language.ZH);
        seat.forms(Phase.QUESTIONNAIRE, asking(false, Optional.empty()));
        sees("请回答几个问题：", "剩余 90 秒。", "第 1 题，共 2 题：How happy?");
        type("8");
        type("q");
        type("6");
        sees("第 2 题，共 2 题：Anything else?");
        type("");
        await().untilAsserted(() -> assertThat(seat.filled)
                .containsExactly(List.of(new FormAnswer("mood", "6"), new FormAnswer("word", ""))));
        seat.forms(Phase.QUESTIONNAIRE, asking(true, Optional.of("https://example.org/done")));
        sees("请从这里继续：https://example.org/done");
    }

    @Test
    void whoDeclinesLeavesInPeace() throws IOException {
        CompletableFuture<Optional<Throwable>> end = play(Catalogue.Language.EN);
        seat.forms(Phase.LOBBY, status(FormKind.CONSENT, 0, 2, List.of()));
        sees("Do you agree");
        type("no");
        await().untilAsserted(() -> assertThat(seat.filled).containsExactly(false));
        seat.listener.join().closed(Optional.of(new IllegalStateException("consent: not given")));
        assertThat(end).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Optional.empty());
        sees("your seat is given back");
    }

    @Test
    void whatIsTypedInsteadOfAnAnswerThatDidNotComeThroughTakesItsPlace() throws IOException {
        CompletableFuture<Optional<Throwable>> unused = play(Catalogue.Language.EN);
        seat.forms(Phase.LOBBY, status(FormKind.COMPREHENSION, 0, 2, List.of()));
        sees("Question 1 of 2");
        type("1");
        sees("Question 2 of 2", "Type a number from 0 to 10.");
        seat.refuseNext(new IllegalStateException("not connected"));
        type("3");
        sees("It is not known whether your answers came through");
        type("4");
        await().untilAsserted(() -> assertThat(seat.filled).hasSize(2));
        assertThat(seat.filled.get(1)).isEqualTo(List.of(new FormAnswer("1", "all"), new FormAnswer("2", "4")));
    }

    @Test
    void whoHasDeclinedIsNotToldThatTheSeatIsKept() throws IOException {
        CompletableFuture<Optional<Throwable>> end = play(Catalogue.Language.EN);
        seat.forms(Phase.OPEN, status(FormKind.CONSENT, 0, 2, List.of()));
        sees("Do you agree");
        type("no");
        await().untilAsserted(() -> assertThat(seat.filled).containsExactly(false));
        seat.playedBy = Optional.of("");
        seat.forms(Phase.OPEN, status(null, 0, 2, List.of()));
        seat.listener.join().closed(Optional.of(new IllegalStateException("consent: not given")));
        assertThat(end).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Optional.empty());
        assertThat(shown.toString()).doesNotContain("Nobody plays for you");
    }

    @Test
    void theRangeOfANumberIsSaid() {
        QuestionText text = new QuestionText(Catalogue.of(Catalogue.Language.EN));
        BigDecimal any = PlanLimits.AMOUNT;

        assertThat(text.expected(AnswerForm.number(any.negate(), any, true))).isEqualTo("Type a whole number.");
        assertThat(text.expected(AnswerForm.number(BigDecimal.ONE, any, true)))
                .isEqualTo("Type a whole number, at least 1.");
        assertThat(text.expected(AnswerForm.number(any.negate(), BigDecimal.TEN, false)))
                .isEqualTo("Type a number, at most 10.");
        assertThat(text.expected(AnswerForm.number(new BigDecimal("16"), new BigDecimal("120"), true)))
                .isEqualTo("Type a whole number from 16 to 120.");
    }

    @Test
    void linesOfAPipeAnswerWhatIsAskedBeforeTheyBid() {
        CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
        start(new PersonTerminal(seat, pipe("yes\n40\n"), Catalogue.of(Catalogue.Language.EN)), end);
        seat.listener.join();
        seat.forms(Phase.LOBBY, status(FormKind.CONSENT, 0, 0, List.of()));
        await().untilAsserted(() -> assertThat(seat.filled).containsExactly(true));
        seat.forms(Phase.OPEN, status(null, 0, 0, List.of()));
        seat.open(1);
        await().untilAsserted(() -> assertThat(seat.submitted).hasSize(1));
        seat.won(1);
        assertThat(end).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());
    }

    private static FormsStatus status(@Nullable FormKind due, int attempts, int left, List<FormsStatus.Wrong> wrong) {
        return new FormsStatus(
                PAGES,
                Optional.ofNullable(due),
                due != FormKind.CONSENT,
                attempts,
                left,
                wrong,
                List.of(),
                false,
                Optional.empty());
    }

    private static FormsStatus asking(boolean answered, Optional<String> link) {
        return new FormsStatus(
                List.of(FormKind.QUESTIONNAIRE),
                answered ? Optional.empty() : Optional.of(FormKind.QUESTIONNAIRE),
                false,
                0,
                0,
                List.of(),
                List.of(),
                answered,
                link);
    }

    private CompletableFuture<Optional<Throwable>> play(Catalogue.Language language) throws IOException {
        CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
        start(new PersonTerminal(seat, keyboard(), Catalogue.of(language)), end);
        seat.listener.join();
        return end;
    }

    private static void start(PersonTerminal person, CompletableFuture<Optional<Throwable>> end) {
        Thread thread = new Thread(() -> end.complete(person.play()), "person");
        thread.setDaemon(true);
        thread.start();
    }

    private void sees(String... texts) {
        await().untilAsserted(() -> assertThat(shown.toString()).contains(texts));
    }
}
