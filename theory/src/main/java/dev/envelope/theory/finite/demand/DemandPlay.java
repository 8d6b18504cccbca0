package dev.envelope.theory.finite.demand;

import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What bidders of finitely many types come to that bid their values, by playing the auction at every profile. Checked by {@code
 * DemandPlayTest}.
 */
public final class DemandPlay {

    private final DemandGame game;
    private double firstBest;
    private double traded;

    private DemandPlay(DemandGame game) {
        this.game = game;
    }

    /**
     * Values as the equilibrium bids of {@code game}, or that there are too many profiles.
     *
     * @param bid what is bid for one unit or package that is worth so much
     * @param name what makes it one, such as {@code truthful (weakly dominant)}
     * @param source where that is proved
     */
    public static Solution truth(DemandGame game, BidFunction bid, String name, String source) {
        return game.obstacle(mostTypes(game))
                .<Solution>map(NoEquilibrium::new)
                .orElseGet(() -> new Equilibrium(
                        name,
                        Collections.nCopies(game.bidders(), bid),
                        Certificate.closedForm(source),
                        new DemandPlay(game).predictions()));
    }

    private static int mostTypes(DemandGame game) {
        int most = 0;
        for (int i = 0; i < game.bidders(); i++) {
            most = Math.max(most, game.types(i).size());
        }
        return most;
    }

    private Predictions predictions() {
        List<Double> payments = new ArrayList<>();
        List<Double> surplus = new ArrayList<>();
        double revenue = 0;
        double gains = 0;
        for (int i = 0; i < game.bidders(); i++) {
            int first = game.firstLike(i);
            double[] average = first < i
                    ? new double[] {payments.get(first), surplus.get(first) + payments.get(first)}
                    : average(i);
            payments.add(average[0]);
            surplus.add(average[1] - average[0]);
            revenue += average[0];
            gains += average[1];
        }
        return new Predictions(revenue, gains, firstBest, traded, surplus, payments);
    }

    /** What {@code bidder} pays and what it gets is worth, on average. */
    private double[] average(int bidder) {
        double[] sums = new double[2];
        game.eachOthers(bidder, (types, chance) -> {
            for (DemandType own : game.types(bidder)) {
                types.set(bidder, own.values());
                look(bidder, types, chance * own.chance(), sums);
            }
        });
        return sums;
    }

    private void look(int bidder, List<List<Double>> types, double chance, double[] sums) {
        List<DemandOutcome> outcomes = game.outcomes(types);
        for (DemandOutcome outcome : outcomes) {
            double share = chance * outcome.chance();
            sums[0] += share * outcome.payments().get(bidder);
            sums[1] += share * outcome.worth(bidder, types.get(bidder));
        }
        if (bidder == 0) {
            firstBest += chance * game.firstBest(types);
            traded += outcomes.get(0).isSale() ? chance : 0;
        }
    }
}
