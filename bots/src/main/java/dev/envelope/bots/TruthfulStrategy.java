package dev.envelope.bots;

import dev.envelope.game.message.Message;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.view.View;
import java.util.random.RandomGenerator;

/** Says its own value, or cost: right where truth is dominant, and a yardstick everywhere else. */
public final class TruthfulStrategy implements Strategy {

    @Override
    public Message decide(View view, RandomGenerator random) {
        return Offer.in(view).safe(view.valueTicks());
    }
}
