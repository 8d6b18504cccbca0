package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.bidding.ChoiceQuantities;
import dev.envelope.lab.reference.bidding.PlayedChoices;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.AgentTypes;
import dev.envelope.lab.reference.words.Quantities;
import java.util.List;
import java.util.Set;

/** A licence whose losers lose something, in the readings of what they lose. */
public final class LicenceCases implements BlockCases {

    private static final List<String> FIELDS = List.of("model", "mechanism", "alpha", "outside_option");

    private static final Quantities<LicenceSetting> POSSIBLE = new Quantities<LicenceSetting>()
            .with(
                    (g, c) -> Value.of(g.isPossible()),
                    "efficient_ic_ir_balanced_mechanism_exists",
                    "balanced_mechanism_exists",
                    "efficient_ic_ir_balanced_mechanism_possible");

    private static final Quantities<LicenceSetting> LIMITS = new Quantities<LicenceSetting>()
            .number(
                    (g, c) -> g.largestAlpha(),
                    "largest_alpha_with_efficient_ic_ir_balanced_mechanism",
                    "largest_alpha",
                    "critical_alpha");

    private final PlayedChoices played = new PlayedChoices();

    @Override
    public Set<String> blocks() {
        return Set.of("krishna_5_4");
    }

    @Override
    public Value evaluate(ReferenceCase asked) {
        AgentTypes.checkFields(asked.setting(), FIELDS);
        LicenceSetting licence = LicenceWords.licence(asked.setting());
        ReferenceCase reference = Quantities.understood(asked, LIMITS, POSSIBLE);
        if (LIMITS.know(reference)) {
            return LIMITS.of(licence, reference);
        }
        if (POSSIBLE.know(reference)) {
            return POSSIBLE.of(licence, reference);
        }
        return licence.isAuction()
                ? licence.played(played, ChoiceQuantities.KNOWN, reference)
                : EfficientQuantities.KNOWN.of(licence.game(), reference);
    }
}
