package dev.envelope.game.plan.file;

import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.syntax.PlanProblem;
import java.util.List;

/**
 * What reading a file of messages came to: a message per agent, or all problems in the order of their places.
 *
 * @param messages in points, in the order of the treatment's seats
 * @param problems what is wrong; empty when there are messages
 */
public record OffersReading(List<Offer> messages, List<PlanProblem> problems) {

    /** Copies the lists; there are either messages or problems. */
    public OffersReading {
        messages = List.copyOf(messages);
        problems = List.copyOf(problems);
        if (messages.isEmpty() == problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "problems: " + problems.size() + " (expected: none with messages, some without)");
        }
    }
}
