package dev.envelope.lab.reference.bidding;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.NamedAgent;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What files ask of sealed bids for a licence or a firm. */
public final class ChoiceQuantities {

    private static final List<String> VALUES = List.of("value", "x", "type", "v");

    /** How far below 0 a least gain is taken for rounding. */
    private static final double ROUNDING = 1e-10;

    /** All of them. */
    public static final Quantities<PlayedChoice> KNOWN = new Quantities<PlayedChoice>()
            .number((g, c) -> g.bid(agent(g, c), value(g, c)), "equilibrium_bid", "bid")
            .number((g, c) -> g.revenue(), "expected_revenue", "expected_payments", "seller_revenue")
            .number((g, c) -> g.price(), "expected_price", "expected_payment_from_winner_to_loser", "expected_transfer")
            .number((g, c) -> g.sharesPaid() * g.price(), "expected_payment_of_winner")
            .number(
                    (g, c) -> g.utility(agent(g, c), value(g, c)),
                    "interim_utility",
                    "interim_payoff",
                    "interim_expected_utility",
                    "interim_expected_payoff")
            .number(
                    (g, c) -> g.payment(agent(g, c), value(g, c)),
                    "interim_payment",
                    "interim_expected_payment",
                    "expected_interim_payment")
            .number(
                    (g, c) -> isInterim(c) ? g.payment(agent(g, c), value(g, c)) : g.payment(agent(g, c)),
                    "expected_payment")
            .number(
                    (g, c) -> isInterim(c) ? g.utility(agent(g, c), value(g, c)) : g.surplus(agent(g, c)),
                    "expected_utility",
                    "expected_payoff")
            .number((g, c) -> g.surplus(agent(g, c)), "ex_ante_utility", "ex_ante_expected_utility", "ex_ante_payoff")
            .with((g, c) -> Value.of(payments(g, c)), "payments", "payment_vector", "transfers")
            .number((g, c) -> g.payment(agent(g, c)), "expected_payment_per_firm", "ex_ante_payment")
            .number(
                    (g, c) -> isInterim(c) ? g.winProbability(agent(g, c), value(g, c)) : g.winProbability(agent(g, c)),
                    "win_probability",
                    "probability_of_winning")
            .number((g, c) -> g.winProbability(agent(g, c), value(g, c)), "interim_win_probability")
            .number((g, c) -> g.winProbability(agent(g, c)), "ex_ante_win_probability")
            .with((g, c) -> each(g, g::winProbability), "win_probabilities", "ex_ante_win_probabilities")
            .with((g, c) -> each(g, g::surplus), "ex_ante_utilities", "expected_utilities")
            .with((g, c) -> each(g, g::payment), "ex_ante_payments", "expected_payment_vector")
            .number(
                    (g, c) -> ofOneOrAll(g, c, i -> g.bid(i, g.types().get(i).upper()), Math::max),
                    "maximum_bid",
                    "highest_bid")
            .number(
                    (g, c) -> ofOneOrAll(g, c, i -> g.bid(i, g.types().get(i).lower()), Math::min),
                    "minimum_bid",
                    "lowest_bid")
            .number(
                    (g, c) -> ofOneOrAll(g, c, g::leastUtility, Math::min),
                    "min_interim_utility",
                    "minimum_interim_utility",
                    "min_over_types_of_interim_utility")
            .number((g, c) -> g.netGain(agent(g, c), value(g, c)), "interim_net_gain", "interim_net_utility")
            .number(
                    (g, c) -> ofOneOrAll(g, c, i -> g.netGain(i, g.worstOff(i)), Math::min),
                    "min_interim_net_gain",
                    "min_over_types_of_interim_net_gain",
                    "min_interim_net_utility")
            .number(
                    (g, c) -> g.worstOff(agent(g, c)),
                    "worst_off_type",
                    "type_with_minimum_net_gain",
                    "type_with_min_net_gain",
                    "type_with_least_net_gain",
                    "type_with_minimum_interim_utility")
            .number(
                    (g, c) -> {
                        int agent = agent(g, c);
                        return g.surplus(agent) - g.mean(agent, g.outside(agent)::at);
                    },
                    "ex_ante_net_gain",
                    "expected_net_gain")
            .with(
                    (g, c) -> Value.of(ofOneOrAll(g, c, i -> g.netGain(i, g.worstOff(i)), Math::min) >= -ROUNDING),
                    "is_individually_rational",
                    "interim_individually_rational")
            .number((g, c) -> g.welfare(), "expected_welfare", "expected_social_welfare", "expected_total_surplus");

    private ChoiceQuantities() {}

    private static boolean isInterim(ReferenceCase reference) {
        return VALUES.stream().anyMatch(reference.at()::has);
    }

    /** The one named; the first of agents that are alike. */
    private static int agent(PlayedChoice game, ReferenceCase reference) {
        OptionalInt named = NamedAgent.of(reference, game.types().size());
        if (named.isEmpty() && !game.areAlike()) {
            throw new IllegalArgumentException(
                    "at: no agent (expected: the number of one of agents that differ, such as firm: 1)");
        }
        return named.orElse(0);
    }

    private static double value(PlayedChoice game, ReferenceCase reference) {
        Setting at = reference.at();
        String name = VALUES.stream().filter(at::has).findFirst().orElse("value");
        return checked(game, agent(game, reference), name, at.number(name));
    }

    private static double checked(PlayedChoice game, int agent, String name, double value) {
        ValueDistribution type = game.types().get(agent);
        if (!(value >= type.lower() && value <= type.upper())) {
            throw new IllegalArgumentException("at." + name + ": " + value + " (expected: a type in the support, ["
                    + type.lower() + ", " + type.upper() + "])");
        }
        return value;
    }

    private static double ofOneOrAll(
            PlayedChoice game, ReferenceCase reference, IntToDoubleFunction of, DoubleBinaryOperator joined) {
        OptionalInt named = NamedAgent.of(reference, game.types().size());
        return named.isPresent()
                ? of.applyAsDouble(named.getAsInt())
                : IntStream.range(0, game.types().size())
                        .mapToDouble(of)
                        .reduce(joined)
                        .orElseThrow();
    }

    private static Value each(PlayedChoice game, IntToDoubleFunction of) {
        return Value.of(IntStream.range(0, game.types().size())
                .mapToObj(of::applyAsDouble)
                .toList());
    }

    /** What each pays when these are the values and the equilibrium is played. */
    private static List<Double> payments(PlayedChoice game, ReferenceCase reference) {
        List<Double> values = reference.at().numbers("values");
        if (values.size() != game.types().size()) {
            throw reference
                    .at()
                    .wrong("values", "one for each of " + game.types().size());
        }
        double[] bids = IntStream.range(0, values.size())
                .mapToDouble(i -> game.bid(i, checked(game, i, "values", values.get(i))))
                .toArray();
        if (Arrays.stream(bids).distinct().count() < bids.length) {
            throw reference.at().wrong("values", "no two that bid the same, between which a draw decides");
        }
        return Arrays.stream(game.payments(bids, TieOrder.byIndex(bids.length)))
                .boxed()
                .toList();
    }
}
