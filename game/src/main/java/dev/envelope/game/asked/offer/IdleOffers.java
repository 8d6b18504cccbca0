package dev.envelope.game.asked.offer;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Offers between buyers and sellers that are beyond the bounds of messages and trade with nobody anyway.
 *
 * <p>An ask above the highest message meets no bid where all bids are admitted, nor does it move a price, which is at most the lowest
 * bid that trades. So whoever would make it may abstain: nobody's payoff from a message that is admitted changes, and its own is
 * 0 as before. The same goes for bids below the lowest message where all asks are admitted.
 */
final class IdleOffers {

    private final Treatment treatment;
    private final MessageBounds bounds;

    IdleOffers(Treatment treatment, MessageBounds bounds) {
        this.treatment = treatment;
        this.bounds = bounds;
    }

    /** {@code strategies}, one per agent, without them; the same where there are none. */
    List<BidFunction> leftOut(List<BidFunction> strategies) {
        boolean areBidsAdmitted = isNoneBeyond(strategies, Side.BUYER);
        boolean areAsksAdmitted = isNoneBeyond(strategies, Side.SELLER);
        Map<BidFunction, BidFunction> silent = new HashMap<>();
        List<BidFunction> played = new ArrayList<>();
        int agent = 0;
        for (RoleSpec role : treatment.roles()) {
            boolean mayBeIdle = role.side() == Side.SELLER ? areBidsAdmitted : areAsksAdmitted;
            for (BidFunction strategy : strategies.subList(agent, agent + role.count())) {
                boolean isIdle =
                        mayBeIdle && role.side() != Side.BIDDER && isBeyond(role, strategy, role.side() == Side.SELLER);
                played.add(isIdle ? silent.computeIfAbsent(strategy, free -> silent(free, role.side())) : strategy);
            }
            agent += role.count();
        }
        return played;
    }

    /** Whether no bid is above the bounds, or no ask below them. */
    private boolean isNoneBeyond(List<BidFunction> strategies, Side side) {
        int agent = 0;
        boolean isNone = true;
        for (RoleSpec role : treatment.roles()) {
            isNone &= role.side() != side || !isBeyond(role, strategies.get(agent), side == Side.BUYER);
            agent += role.count();
        }
        return isNone;
    }

    private boolean isBeyond(RoleSpec role, BidFunction strategy, boolean isAbove) {
        return MessageBounds.types(role).anyMatch(type -> bounds.isBeyond(strategy.message(type), isAbove));
    }

    private BidFunction silent(BidFunction free, Side side) {
        return type -> {
            double message = free.message(type);
            return bounds.isBeyond(message, side == Side.SELLER) ? Mechanism.ABSTAIN : message;
        };
    }
}
