package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.bidding.ChoiceQuantities;
import dev.envelope.lab.reference.bidding.PlayedChoices;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.AgentTypes;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.efficient.VcgMechanism;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dissolving a partnership. */
public final class PartnershipCases implements BlockCases {

    private static final List<String> FIELDS = List.of("model", "mechanism", "shares", "r", "outside_option");
    private static final List<String> DISSOLVABLE = List.of(
            "efficient_dissolution_possible",
            "can_be_dissolved_efficiently",
            "efficient_dissolution_exists",
            "efficient_ic_ir_balanced_mechanism_exists");

    private static final Pattern BID = Pattern.compile(
            "(?:the )?winner pays (?<each>(?:to )?(?:each|every)(?: of the)? others?(?: partners?)? )?"
                    + "(?:the )?(?<whose>loser's|highest losing|highest loser's|winner's|own|its own) bid"
                    + "(?:(?<toEach> to (?:each|every)(?: of the)? others?(?: partners?)?)|(?<toOne> to the (?:loser|other)))?");

    private static final Quantities<PartnershipSetting> LIMITS = new Quantities<PartnershipSetting>()
            .number(
                    (g, c) -> g.largestFirstShare(),
                    "largest_share_r_for_efficient_dissolution",
                    "largest_share_for_efficient_dissolution",
                    "critical_share",
                    "largest_share",
                    "largest_share_r");

    private static final Quantities<PartnershipSetting> SURPLUS = new Quantities<PartnershipSetting>()
            .number(
                    (g, c) -> g.partners().expectedSurplus(),
                    "expected_surplus_of_vcg_with_optimal_basis",
                    "expected_vcg_surplus");

    private final PlayedChoices played = new PlayedChoices();

    @Override
    public Set<String> blocks() {
        return Set.of("krishna_5_3");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        Setting setting = reference.setting();
        AgentTypes.checkFields(setting, FIELDS);
        PartnershipSetting partnership = PartnershipWords.partnership(setting);
        if (LIMITS.know(reference)) {
            return LIMITS.of(partnership, reference);
        }
        if (DISSOLVABLE.contains(reference.quantity().name()) && !setting.has("mechanism")) {
            return Value.of(partnership.partners().canBeDissolved());
        }
        if (!setting.has("mechanism") && SURPLUS.know(Quantities.understood(reference, SURPLUS))) {
            return SURPLUS.of(partnership, reference);
        }
        String mechanism =
                setting.text("mechanism").trim().toLowerCase(Locale.ROOT).replace('’', '\'');
        Matcher bid = BID.matcher(mechanism);
        if (!bid.matches()) {
            return ofEfficient(partnership.game(mechanism), reference);
        }
        partnership.requireEqualShares();
        boolean isToEach = bid.group("each") != null || bid.group("toEach") != null;
        int partners = partnership.types().size();
        // Among three or more "the loser" is nobody, and to each of whom the price goes has to be said.
        if (partners != 2 && (!isToEach || bid.group("toOne") != null)) {
            throw new IllegalArgumentException("partners: " + partners
                    + " (expected: 2, or bids of which it is said that the winner pays one to each of the others)");
        }
        boolean isWinnersBidPaid = !bid.group("whose").contains("los");
        return ChoiceQuantities.KNOWN.of(played.of(partnership.types(), isWinnersBidPaid), reference);
    }

    private static Value ofEfficient(EfficientGame game, ReferenceCase reference) {
        boolean isOfPayments =
                reference.quantity().name().equals("expected_surplus") && game.mechanism() instanceof VcgMechanism;
        return isOfPayments
                ? Value.of(game.mechanism().expectedSurplus()).with("what payments come to, not what the partners gain")
                : EfficientQuantities.KNOWN.of(game, reference);
    }
}
