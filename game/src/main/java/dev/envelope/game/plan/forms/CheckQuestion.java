package dev.envelope.game.plan.forms;

import java.math.BigDecimal;

/**
 * A question with a right answer.
 *
 * @param question what is asked
 * @param right the right answer, as {@link AnswerForm#spelled} spells it
 * @param tolerance how far a number may be from it, 0 or more
 * @param hint what is told after a wrong answer; empty for nothing
 */
public record CheckQuestion(Question question, String right, BigDecimal tolerance, String hint) {

    /** The right answer is one. */
    public CheckQuestion {
        if (!question.answer().spelled(right).filter(right::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "right: " + right + " (expected: " + question.answer().expected() + ")");
        }
        if (tolerance.signum() < 0) {
            throw new IllegalArgumentException("tolerance: " + tolerance + " (expected: 0 or more)");
        }
    }

    /** Whether {@code answer}, spelled as answers are, is right. */
    public boolean isRight(String answer) {
        return question.answer().kind() == AnswerForm.Kind.NUMBER
                ? new BigDecimal(answer).subtract(new BigDecimal(right)).abs().compareTo(tolerance) <= 0
                : answer.equals(right);
    }
}
