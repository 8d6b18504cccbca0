package dev.envelope.lab.game;

import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.RiskNeutral;
import dev.envelope.theory.preference.Utility;
import java.util.Optional;

/** What gains and losses are worth, in a line; nothing for the risk neutral. */
final class UtilityWords {

    private UtilityWords() {}

    /** The line. */
    static Optional<String> of(Utility utility) {
        if (utility instanceof RiskNeutral) {
            return Optional.empty();
        }
        if (utility instanceof ConstantRelativeRiskAversion averse) {
            String power = "z^" + Figures.of(averse.alpha());
            return Optional.of(utility + ": a gain z is worth " + power + ", a loss −" + power.replace("z", "|z|"));
        }
        return Optional.of(utility.toString());
    }
}
