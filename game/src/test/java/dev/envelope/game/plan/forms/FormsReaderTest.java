package dev.envelope.game.plan.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.plan.file.PlanReading;
import dev.envelope.game.plan.syntax.PlanProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan may say of what people fill out. */
class FormsReaderTest {

    private static final String GAME =
            "envelope: 1\ntreatments: {main: {mechanism: first_price, bidders: 2, values: [0, 100]}}\n";

    @Test
    void aPlanThatSaysNothingAsksNothing() {
        assertThat(PlanReader.read(GAME).orElseThrow().forms()).isEqualTo(Forms.NONE);
    }

    @Test
    void everythingThatIsStatedIsRead() {
        Forms forms = PlanReader.read(GAME + """
                        consent: I *agree*.
                        comprehension:
                          attempts: 5
                          questions:
                            - {question: Who pays?, choices: [the winner, everybody], answer: the winner, hint: Read page 1.}
                            - {question: Which?, choices: ["2", "3"], answer: 2}
                            - {question: Which other?, choices: [x, y], answer: 2}
                            - {question: How much?, answer: 12.50, tolerance: 0.1}
                        questionnaire:
                          seconds: 90
                          questions:
                            - {name: age, question: How old?, type: number, minimum: 16, maximum: 120, whole: true}
                            - {name: sex, question: Which?, type: choice, choices: [f, m, x], required: false}
                            - {name: why, question: "Why?", type: text, longest: 200}
                            - {name: risk, question: How bold?, type: scale, minimum: 0, maximum: 10, labels: [not, very]}
                            - {name: mood, question: How happy?, type: scale}
                        completion_link: https://example.org/done?s={seat}&c={session}
                        """).orElseThrow().forms();

        assertThat(forms.consent()).contains("I *agree*.");
        Comprehension checks = forms.comprehension().orElseThrow();
        assertThat(checks.attempts()).isEqualTo(5);
        assertThat(checks.questions()).extracting(CheckQuestion::right).containsExactly("the winner", "2", "y", "12.5");
        assertThat(checks.asked()).extracting(Question::name).containsExactly("1", "2", "3", "4");
        assertThat(checks.questions().get(3).isRight("12.4")).isTrue();
        assertThat(checks.questions().get(3).isRight("12.39")).isFalse();
        Questionnaire asked = forms.questionnaire().orElseThrow();
        assertThat(asked.millis()).isEqualTo(90_000);
        assertThat(asked.questions())
                .containsExactly(
                        new Question(
                                "age",
                                "How old?",
                                AnswerForm.number(BigDecimal.valueOf(16), BigDecimal.valueOf(120), true),
                                true),
                        new Question("sex", "Which?", AnswerForm.choice(List.of("f", "m", "x")), false),
                        new Question("why", "Why?", AnswerForm.text(200), true),
                        new Question("risk", "How bold?", AnswerForm.scale(0, 10, List.of("not", "very")), true),
                        new Question("mood", "How happy?", AnswerForm.scale(1, 7, List.of()), true));
        assertThat(forms.link().orElseThrow().filled(3, "KQXWZ")).isEqualTo("https://example.org/done?s=3&c=KQXWZ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            completion_link: javascript:alert(1) | line 3, column 18: completion_link: javascript:alert(1) (expected: an address that begins with http:// or https://, without blanks; {seat}, {session} and {label} are filled in)
            completion_link: "https://a.org/{name}" | line 3, column 18: completion_link: "https://a.org/{name}" (expected: an address that begins with http:// or https://, without blanks; {seat}, {session} and {label} are filled in)
            completion_link: "https://a.org/ x" | line 3, column 18: completion_link: "https://a.org/ x" (expected: an address that begins with http:// or https://, without blanks; {seat}, {session} and {label} are filled in)
            comprehension: {questions: []} | line 3, column 28: comprehension.questions: a list of 0 (expected: a list of 1 to 100 questions)
            comprehension: {attempts: 21, questions: [{question: a, answer: 1}]} | line 3, column 27: comprehension.attempts: 21 (expected: a whole number from 1 to 20)
            comprehension: {questions: [{question: a, answer: one}]} | line 3, column 51: comprehension.questions[1].answer: one (expected: a number from -1000000000000 to 1000000000000)
            comprehension: {questions: [{question: a, choices: [b, c], answer: d}]} | line 3, column 68: comprehension.questions[1].answer: d (expected: one of the choices, or its number from 1 to 2)
            comprehension: {questions: [{question: a, choices: [b, b], answer: b}]} | line 3, column 52: comprehension.questions[1].choices: a list (expected: at least two choices, all different)
            comprehension: {questions: [{question: a, choices: [b, c], answer: b, tolerance: 1}]} | line 3, column 82: comprehension.questions[1].tolerance: given beside choices (expected: tolerance left out)
            questionnaire: [{name: a b, question: x, type: text}] | line 3, column 24: questionnaire[1].name: a b (expected: a letter, then letters, digits and _, 40 at most)
            questionnaire: [{name: a, question: x, type: text}, {name: a, question: y, type: text}] | line 3, column 53: questionnaire[2]: the name a is given twice (expected: every name once)
            questionnaire: [{name: a, question: x, type: number, longest: 3}] | line 3, column 63: questionnaire[1].longest: given for another type (expected: of limits: minimum, maximum, whole)
            questionnaire: [{name: a, question: x, type: scale, minimum: 8}] | line 3, column 62: questionnaire[1].minimum: 8 (expected: below the maximum, 7)
            questionnaire: [{name: a, question: x, type: text, longest: 9999}, {name: b, question: y, type: text}] | line 3, column 68: questionnaire[2]: answers of 10499 characters together (expected: at most 10000; a text has 500 unless longest says otherwise)
            questionnaire: {seconds: 0.5, questions: [{name: a, question: x, type: scale}]} | line 3, column 26: questionnaire.seconds: 0.5 (expected: a number from 1 to 604800)
            """)
    void whatIsWrongIsSaidWithItsPlace(String line, String message) {
        PlanReading reading = PlanReader.read(GAME + line + "\n");

        assertThat(reading.problems().stream().map(PlanProblem::toString).collect(Collectors.joining("; ")))
                .isEqualTo(message);
    }

    @Test
    void everyAnswerHasOneSpelling() {
        AnswerForm number = AnswerForm.number(BigDecimal.ZERO, BigDecimal.TEN, false);

        assertThat(number.spelled(" 2.50 ")).contains("2.5");
        assertThat(number.spelled("10.0")).contains("10");
        assertThat(number.spelled("-0")).contains("0");
        assertThat(number.spelled("1e1")).isEmpty();
        assertThat(number.spelled("10.1")).isEmpty();
        assertThat(AnswerForm.text(5).spelled(" a\r\nb ")).contains("a\nb");
        assertThat(AnswerForm.text(5).spelled("abcdef")).isEmpty();
        assertThat(AnswerForm.text(5).spelled("a\u0000b")).isEmpty();
        assertThat(AnswerForm.text(5).spelled("a\u202eb")).isEmpty();
        assertThat(AnswerForm.choice(List.of("a", "b")).spelled("A")).isEmpty();
        assertThat(AnswerForm.scale(1, 7, List.of()).spelled("3.0")).contains("3");
        assertThat(AnswerForm.scale(1, 7, List.of()).spelled("3.5")).isEmpty();
    }

    @Test
    void aLabelIsSpelledAsAddressesSpellIt() {
        CompletionLink link = new CompletionLink("https://a.org/{seat}?c={session}&id={label}");

        assertThat(CompletionLink.labelled(link.filled(3, "ABCDE"), "安 & b/{seat}"))
                .isEqualTo("https://a.org/3?c=ABCDE&id=%E5%AE%89%20%26%20b%2F%7Bseat%7D");
    }

    @Test
    void everyProblemIsSaidHoweverMuchIsTyped() {
        PlanReading reading = PlanReader.read(GAME + """
                questionnaire:
                  - {name: a, question: x, type: text, longest: 9999}
                  - {name: b, question: x, type: text}
                  - {name: c, question: x, type: radio}
                """);

        assertThat(reading.problems()).hasSize(2);
    }

    @Test
    void aWholeNumberHasAWholeNumberInItsRange() {
        PlanReading reading = PlanReader.read(GAME
                + "questionnaire: [{name: a, question: x, type: number, minimum: 0.5, maximum: 0.9, whole: true}]\n");

        assertThat(reading.problems())
                .extracting(PlanProblem::toString)
                .containsExactly("line 3, column 77: questionnaire[1].maximum: 0.9"
                        + " (expected: a range with a whole number in it)");
    }
}
