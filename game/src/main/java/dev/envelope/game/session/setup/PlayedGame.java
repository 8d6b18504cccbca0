package dev.envelope.game.session.setup;

import dev.envelope.game.market.LiveMarket;
import dev.envelope.game.market.MarketValues;
import dev.envelope.game.market.TickSupport;
import dev.envelope.game.plan.RoleSpec;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A game made ready to be played: a treatment in markets of one size.
 *
 * @param treatment what is played
 * @param market its market
 * @param supports the ranges of the values of every agent of the market
 * @param values how they are drawn
 */
public record PlayedGame(Treatment treatment, LiveMarket market, List<TickSupport> supports, MarketValues values) {

    /**
     * The game of {@code treatment}.
     *
     * @throws IllegalArgumentException when it cannot be built
     */
    static PlayedGame of(Treatment treatment) {
        List<TickSupport> supports = new ArrayList<>();
        for (RoleSpec role : treatment.roles()) {
            TickSupport support = TickSupport.of(
                    TreatmentTheory.distribution(TreatmentTheory.range(role.values())), treatment.ticks());
            supports.addAll(Collections.nCopies(role.count(), support));
        }
        return new PlayedGame(treatment, LiveMarket.of(treatment), List.copyOf(supports), MarketValues.of(treatment));
    }
}
