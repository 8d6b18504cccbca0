package dev.envelope.game.replay;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Message;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.view.View;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Every seat says once more what stood when a recorded round closed, or what its stand-in said; one of which nothing was said abstains. For one thread at a time. */
public final class RecordedMessages implements Strategy {

    private final Map<Integer, Map<Integer, Message>> byRound = new HashMap<>();

    /** Takes note of {@code event}. */
    public void add(Event event) {
        if (event instanceof Event.MessageSealed sealed) {
            byRound.computeIfAbsent(sealed.round(), round -> new HashMap<>()).put(sealed.seat(), sealed.message());
        } else if (event instanceof Event.StandInReplied replied) {
            replied.message()
                    .ifPresent(message -> byRound.computeIfAbsent(replied.round(), round -> new HashMap<>())
                            .put(replied.seat(), message));
        }
    }

    @Override
    public Message decide(View view, RandomGenerator random) {
        return byRound.getOrDefault(view.round(), Map.of()).getOrDefault(view.seat(), new Abstain());
    }
}
