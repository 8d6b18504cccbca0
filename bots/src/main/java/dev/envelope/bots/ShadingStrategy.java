package dev.envelope.bots;

import dev.envelope.game.message.Message;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.view.View;
import dev.envelope.theory.mechanism.Side;
import java.util.random.RandomGenerator;

/**
 * Keeps a fixed fraction back: a buyer of value v bids v − fraction·|v|, a seller of cost c asks c + fraction·(top − c),
 * where top is the highest cost that is drawn.
 */
public final class ShadingStrategy implements Strategy {

    private final double fraction;

    /**
     * Shades by {@code fraction}.
     *
     * @param fraction from 0, which is the truth, to 1
     */
    public ShadingStrategy(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction: " + fraction + " (expected: from 0 to 1)");
        }
        this.fraction = fraction;
    }

    @Override
    public Message decide(View view, RandomGenerator random) {
        Offer offer = Offer.in(view);
        double value = view.valueTicks();
        if (view.roleSpec().side() == Side.SELLER) {
            double top = Offer.support(view).highest();
            return offer.safe((long) StrictMath.ceil(value + fraction * StrictMath.max(0, top - value)));
        }
        return offer.safe((long) StrictMath.floor(value - fraction * StrictMath.abs(value)));
    }
}
