package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.audit.enumeration.ProfileFaults;
import dev.envelope.theory.finite.demand.DemandGame;
import dev.envelope.theory.finite.demand.DemandOutcome;
import java.util.List;

/** What can be wrong with a profile at which all bid their values, and the largest gains on average. */
final class PlayedDemand {

    private final DemandGame game;
    private double firstBest;

    private final ProfileFaults faults;

    PlayedDemand(DemandGame game, ProfileFaults faults) {
        this.faults = faults;
        this.game = game;
    }

    /** Looks at all that may happen at one profile, the probability of which is {@code chance}. */
    void look(List<List<Double>> types, List<DemandOutcome> outcomes, double chance) {
        double best = game.firstBest(types);
        firstBest += chance * best;
        for (DemandOutcome outcome : outcomes) {
            double total = 0;
            double gains = 0;
            for (int i = 0; i < types.size(); i++) {
                total += outcome.payments().get(i);
                gains += outcome.worth(i, types.get(i));
            }
            faults.look(total, best - gains, () -> at(types));
        }
    }

    private static Witness at(List<List<Double>> types) {
        return Witness.profile(types.stream().flatMap(List::stream).toList());
    }

    /** E of the largest gains, where the profiles of one bidder were looked at. */
    double firstBest() {
        return firstBest;
    }
}
