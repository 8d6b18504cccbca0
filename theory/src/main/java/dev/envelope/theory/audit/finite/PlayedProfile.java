package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.audit.enumeration.ProfileFaults;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.Arrays;
import java.util.List;

/** What can be wrong with a profile at which everybody sends what it should, and the largest gains and what the house gives up on average. */
final class PlayedProfile {

    private final Mechanism mechanism;
    private double firstBest;
    private double givenUp;

    private final ProfileFaults faults;

    PlayedProfile(Mechanism mechanism, ProfileFaults faults) {
        this.faults = faults;
        this.mechanism = mechanism;
    }

    /** Looks at all that may happen at one profile, the probability of which is {@code chance}. */
    void look(double[] types, double[] messages, List<MarketOutcome> outcomes, double chance) {
        double best = mechanism.firstBest(types);
        double cost = mechanism.cost(messages);
        firstBest += chance * (best + mechanism.cost(types));
        for (MarketOutcome outcome : outcomes) {
            double total = -cost;
            for (int i = 0; i < types.length; i++) {
                total += outcome.payment(i);
            }
            faults.look(total, best + cost - mechanism.gains(outcome, types), () -> at(types));
            givenUp += chance / outcomes.size() * mechanism.sellerValue() * outcome.sold();
        }
    }

    private static Witness at(double[] types) {
        return Witness.profile(Arrays.stream(types).boxed().toList());
    }

    /** E of the largest gains, what the choice costs not deducted, where the profiles of one agent were looked at. */
    double firstBest() {
        return firstBest;
    }

    /** E of what sold objects are worth to the house, likewise. */
    double givenUp() {
        return givenUp;
    }
}
