package dev.envelope.lab.reference.efficient;

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

    private static final Quantities<Licence> POSSIBLE = new Quantities<Licence>()
            .with(
                    (g, c) -> Value.of(g.isPossible()),
                    "efficient_ic_ir_balanced_mechanism_exists",
                    "balanced_mechanism_exists",
                    "efficient_ic_ir_balanced_mechanism_possible");

    private static final Quantities<Licence> LIMITS = new Quantities<Licence>()
            .number(
                    (g, c) -> g.largestAlpha(),
                    "largest_alpha_with_efficient_ic_ir_balanced_mechanism",
                    "largest_alpha",
                    "critical_alpha");

    private static final Quantities<Licence> AUCTIONS = new Quantities<Licence>()
            .number((g, c) -> g.bid(c), "equilibrium_bid", "bid")
            .number((g, c) -> g.auction().revenue(), "expected_revenue", "expected_payments", "seller_revenue")
            .number((g, c) -> g.price(), "expected_price")
            .number(
                    (g, c) -> g.auction().interimUtility(g.value(c)),
                    "interim_utility",
                    "interim_payoff",
                    "interim_expected_utility",
                    "interim_expected_payoff")
            .number(
                    (g, c) -> g.auction().interimPayment(g.value(c)),
                    "interim_payment",
                    "interim_expected_payment",
                    "expected_interim_payment")
            .number(
                    (g, c) -> c.at().has("value")
                            ? g.auction().interimPayment(g.value(c))
                            : g.auction().revenue() / g.types().size(),
                    "expected_payment")
            .number(
                    (g, c) -> c.at().has("value") ? g.auction().interimUtility(g.value(c)) : g.exAnteUtility(),
                    "expected_utility",
                    "expected_payoff")
            .number((g, c) -> g.exAnteUtility(), "ex_ante_utility", "ex_ante_expected_utility", "ex_ante_payoff")
            .with((g, c) -> g.payments(c), "payments", "payment_vector")
            .number((g, c) -> g.auction().revenue() / g.types().size(), "expected_payment_per_firm")
            .number((g, c) -> g.winProbability(g.value(c)), "interim_win_probability", "win_probability")
            .number((g, c) -> g.bid(g.types().get(0).upper()), "maximum_bid")
            .number((g, c) -> g.leastUtility(), "min_interim_utility", "minimum_interim_utility")
            .number(
                    (g, c) -> g.types().size() * g.exAnteUtility() + g.auction().revenue(),
                    "expected_welfare",
                    "expected_social_welfare",
                    "expected_total_surplus");

    @Override
    public Set<String> blocks() {
        return Set.of("krishna_5_4");
    }

    @Override
    public Value evaluate(ReferenceCase asked) {
        AgentTypes.checkFields(asked.setting(), FIELDS);
        Licence licence = LicenceWords.licence(asked.setting());
        ReferenceCase reference = Quantities.understood(asked, LIMITS, POSSIBLE);
        if (LIMITS.know(reference)) {
            return LIMITS.of(licence, reference);
        }
        if (POSSIBLE.know(reference)) {
            return POSSIBLE.of(licence, reference);
        }
        return licence.isAuction()
                ? AUCTIONS.of(licence, reference)
                : EfficientQuantities.KNOWN.of(licence.game(), reference);
    }
}
