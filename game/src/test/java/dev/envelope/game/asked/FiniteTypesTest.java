package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.clear;
import static dev.envelope.game.asked.AskedGames.game;
import static dev.envelope.game.asked.AskedGames.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FiniteTypesTest {

    /** 1 and 3: what is between is no type. */
    @Test
    void typesThatExceedABoundAreTypesThatThereAre() {
        assertThat(reason("{mechanism: second_price, bidders: 2, values: {type: discrete, values: [1, 3]},"
                        + " messages: {minimum: 1.5}}"))
                .startsWith("messages.minimum 1.5: without bounds a bidder of type 1.0 sends 1.0");
    }

    @Test
    void firmsOfOtherValuesAreNamedByTheirValues() {
        String licence = "{mechanism: {type: licence_with_externality, alpha: 0.5}, bidders: [{name: a, values: {type:"
                + " discrete, values: [1, 2]}}, {name: b, values: {type: discrete, values: [1, 2], probabilities: [0.25, 0.75]}}]}";
        String expected = "values: [1.0, 2.0] with probabilities [0.5, 0.5] and [1.0, 2.0] with probabilities [0.25,"
                + " 0.75] (expected: the same for all firms)";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> game(licence).finite())
                .withMessage(expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear(licence, "[1, 2]"))
                .withMessage(expected);
    }
}
