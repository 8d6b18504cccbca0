package dev.envelope.bots;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Message;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.view.View;
import java.util.random.RandomGenerator;

/**
 * Says anything that cannot lose, each tick as likely as the next: a buyer from the lowest admissible number to its value,
 * a seller from its cost to the highest. Zero-intelligence, constrained (Gode and Sunder 1993).
 */
public final class ZeroIntelligenceStrategy implements Strategy {

    private static final double UNIT = 0x1.0p-53;

    @Override
    public Message decide(View view, RandomGenerator random) {
        Offer offer = Offer.in(view);
        long low = offer.sells() ? Math.max(offer.minimum(), offer.value()) : offer.minimum();
        long high = offer.sells() ? offer.maximum() : Math.min(offer.maximum(), offer.value());
        if (low > high) {
            return new Abstain();
        }
        // By hand: how a bounded draw is made is not specified and has changed between Java versions.
        double uniform = (random.nextLong() >>> 11) * UNIT;
        return offer.nearest(low + (long) (uniform * (double) (high - low + 1)));
    }
}
