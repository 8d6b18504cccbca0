package dev.envelope.game.plan.file;

import static dev.envelope.game.plan.file.WrongPlans.GOOD;
import static dev.envelope.game.plan.file.WrongPlans.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.PlanProblem;
import org.junit.jupiter.api.Test;

/** What is wrong with a plan file before it is read as a plan. */
class PlanSyntaxTest {

    @Test
    void whatIsNoYamlIsNamedWhereItBreaks() {
        assertThat(messages("envelope: 1\ntitle: [a, b\nseats: 3\n"))
                .startsWith("line 3, column 6: no YAML: ")
                .endsWith("(expected: YAML, such as key: value on each line)");
        assertThat(messages("envelope: 1\n\ttick: 1\n")).startsWith("line 2, column 1: no YAML: ");
        assertThat(messages("envelope: 1\ntitle: a\u0007b\n"))
                .isEqualTo("line 2, column 9: the character U+0007 (expected: text without control characters)");
        assertThat(messages("envelope: *nobody\n")).startsWith("line 1, column 11: no YAML: ");
    }

    /** On a terminal or in a list of sessions they could make a plan look like another one. */
    @Test
    void controlCharactersAreRefusedHoweverTheyAreWritten() {
        assertThat(messages(GOOD + "title: \"a\\u0000b\"\ncurrency: \"\\e[31mred\"\n"))
                .contains("title: the character U+0000 (expected: text without control characters)")
                .contains("currency: the character U+001B (expected: text without control characters)");
        assertThat(messages(GOOD.replace("main", "\"ma\\u202ein\"")))
                .contains("the character U+202E (expected: a key without control characters)");
        assertThat(PlanReader.read(GOOD + "instructions: \"one\\n\\ttwo \\U0001f600\"\n")
                        .plan())
                .isPresent();
    }

    @Test
    void whatIsNoPlanIsSaidOnce() {
        String empty = "line 1, column 1: an empty file (expected: a plan, beginning with envelope: 1)";

        assertThat(messages("")).isEqualTo(empty);
        assertThat(messages("# nothing\n")).isEqualTo(empty);
        assertThat(messages("- a\n"))
                .isEqualTo("line 1, column 1: a list (expected: a plan, beginning with envelope: 1)");
        assertThat(messages(GOOD + "---\n" + GOOD))
                .isEqualTo("line 11, column 1: a second document (expected: one plan in a file)");
        assertThat(messages("#".repeat(PlanLimits.CHARACTERS + 1)))
                .isEqualTo("line 1, column 1: a file of 262145 characters (expected: at most 262144)");
    }

    @Test
    void bombsAreRefusedBeforeTheyAreBuilt() {
        assertThat(messages("a: " + "[".repeat(100_000)))
                .isEqualTo("line 1, column 23: nested deeper (expected: 20 levels at most)");
        assertThat(messages("a: &a [x]\nb: [" + "*a, ".repeat(60) + "]"))
                .isEqualTo("line 2, column 205: one alias more (expected: 50 at most)");
        assertThat(PlanReader.read("&a envelope: &b {x: *b}\n").isPlan()).isFalse();
        assertThat(PlanReader.read("envelope: &b [*b]\n").isPlan()).isFalse();
    }

    @Test
    void noMoreProblemsThanTheLimitAreReported() {
        String text = "k: 1\n".repeat(1_000);

        assertThat(PlanReader.read(text).problems()).hasSize(PlanLimits.PROBLEMS);
    }

    @Test
    void aLineForEditorsBeginsWithTheFile() {
        assertThat(new PlanProblem(3, 7, "tick", "0", "more").in("a.yaml"))
                .isEqualTo("a.yaml:3:7: tick: 0 (expected: more)");
    }
}
