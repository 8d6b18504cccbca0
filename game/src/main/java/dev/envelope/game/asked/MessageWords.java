package dev.envelope.game.asked;

import dev.envelope.game.plan.Treatment;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refusals of messages in the words of whoever wrote them: {@code message 2 (seller)} for what a mechanism calls {@code
 * messages[1]}, and {@code message 2 (seller), bid 1} for {@code bids[1][0]}.
 */
final class MessageWords {

    private static final Pattern PLACE = Pattern.compile("\\b(?:messages|bids|reports)\\[(\\d+)](?:\\[(\\d+)])?");

    private MessageWords() {}

    /** {@code refused}, which came from the mechanism of {@code treatment}, in such words. */
    static IllegalArgumentException of(Treatment treatment, IllegalArgumentException refused) {
        List<String> roles = AskedGame.roles(treatment);
        String message = String.valueOf(refused.getMessage());
        String words = PLACE.matcher(message).replaceAll(place -> {
            int agent = Integer.parseInt(place.group(1));
            String role = agent < roles.size() ? " (" + roles.get(agent) + ")" : "";
            String bid = place.group(2) == null ? "" : ", bid " + (Integer.parseInt(place.group(2)) + 1);
            return Matcher.quoteReplacement("message " + (agent + 1) + role + bid);
        });
        return new IllegalArgumentException(words, refused);
    }
}
