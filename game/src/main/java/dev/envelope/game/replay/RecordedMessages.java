package dev.envelope.game.replay;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Message;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.view.View;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Every seat says once more what counted for it in a recorded round, whoever said it; one of which nothing is known abstains. For one thread at a time. */
public final class RecordedMessages implements Strategy {

    private final Map<Integer, Map<Integer, Message>> byRound = new HashMap<>();

    /** Takes note of {@code event}. */
    public void add(Event event) {
        if (event instanceof Event.RoundSettled settled) {
            Map<Integer, Message> counted = new HashMap<>();
            settled.markets()
                    .forEach(market -> market.seats()
                            .forEach(seat -> seat.counted().ifPresent(message -> counted.put(seat.seat(), message))));
            byRound.put(settled.round(), counted);
        }
    }

    @Override
    public Message decide(View view, RandomGenerator random) {
        return byRound.getOrDefault(view.round(), Map.of()).getOrDefault(view.seat(), new Abstain());
    }
}
