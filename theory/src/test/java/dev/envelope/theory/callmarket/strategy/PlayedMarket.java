package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.Clearing;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.SplittableRandom;

/** Markets in which everybody but one offers as prescribed, cleared by the rules, with types that are drawn. */
final class PlayedMarket {

    private PlayedMarket() {}

    /** The mean gain of {@code agent} from offering {@code step} more than it should, and its standard error. */
    static double[] gain(
            Population market, double k, CallMarketPlay play, int agent, double type, double step, int draws) {
        int m = market.buyers();
        int all = m + market.sellers();
        KDoubleAuction auction = KDoubleAuction.of(m, market.sellers(), k);
        Clearing clearing = Clearing.of(m, market.sellers());
        TieOrder ties = TieOrder.byIndex(all);
        SplittableRandom random = new SplittableRandom(7);
        double sum = 0;
        double squares = 0;
        double[] messages = new double[all];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < all; i++) {
                double rank = random.nextDouble();
                messages[i] = i < m
                        ? play.bid(market.values().quantile(rank))
                        : play.ask(market.costs().quantile(rank));
            }
            double offer = agent < m ? play.bid(type) : play.ask(type);
            double payoff = 0;
            for (int sign = -1; sign <= 1; sign += 2) {
                messages[agent] = sign < 0 ? offer : offer + step;
                auction.clear(messages, ties, clearing);
                payoff += sign * (clearing.units(agent) * type - clearing.payment(agent));
            }
            sum += payoff;
            squares += payoff * payoff;
        }
        double mean = sum / draws;
        return new double[] {mean, Math.sqrt((squares / draws - mean * mean) / draws)};
    }
}
