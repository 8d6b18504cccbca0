package dev.envelope.theory.audit.finite;

import dev.envelope.theory.finite.demand.DemandGame;
import dev.envelope.theory.finite.demand.DemandOutcome;
import dev.envelope.theory.finite.demand.DemandType;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * A sale in which all bidders but one send any of some messages, each as likely, whatever they are worth to them.
 *
 * @param game the sale
 * @param bidder who is of the types that there are
 * @param sent the messages of each; what is in the place of {@code bidder} is of no account
 */
record BiddingGame(DemandGame game, int bidder, List<List<DemandType>> sent) implements DemandGame {

    static BiddingGame of(DemandGame game, int bidder, List<List<List<Double>>> messages) {
        List<List<DemandType>> sent = new ArrayList<>();
        for (List<List<Double>> each : messages) {
            sent.add(each.stream()
                    .map(message -> new DemandType(message, 1.0 / each.size()))
                    .toList());
        }
        return new BiddingGame(game, bidder, sent);
    }

    @Override
    public int bidders() {
        return game.bidders();
    }

    @Override
    public List<DemandType> types(int of) {
        return of == bidder ? game.types(of) : sent.get(of);
    }

    @Override
    public int firstLike(int of) {
        int first = of == bidder ? of : 0;
        while (of != bidder && (first == bidder || !areAlike(first, of))) {
            first++;
        }
        return first;
    }

    private boolean areAlike(int one, int other) {
        return game.firstLike(one) == game.firstLike(other) && sent.get(one).equals(sent.get(other));
    }

    @Override
    public int wanted() {
        return game.wanted();
    }

    @Override
    public List<DemandOutcome> outcomes(List<List<Double>> messages) {
        return game.outcomes(messages);
    }

    /** Nothing is said of it. */
    @Override
    public double firstBest(List<List<Double>> types) {
        return 0;
    }

    @Override
    public NavigableSet<Double> landmarks(int of) {
        return game.landmarks(of);
    }

    @Override
    public double slowness() {
        return game.slowness();
    }
}
