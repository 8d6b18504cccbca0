package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BilateralTrade;
import dev.envelope.theory.efficient.EfficientChoice;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.PublicProject;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.numeric.Bisection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * An efficient mechanism with what staying away from it is worth, and the quantities that files ask of any such.
 *
 * @param mechanism the payments
 * @param choice what is chosen
 * @param options what staying away is worth to each agent
 */
record EfficientGame(EfficientMechanism mechanism, OneDimensionalChoice choice, List<OutsideOption> options) {

    private static final double ROUNDING = 1e-12;

    static final Quantities<EfficientGame> QUANTITIES = new Quantities<EfficientGame>()
            .with((g, c) -> g.payments(c), "payments", "payment_vector", "transfers")
            .number((g, c) -> g.paymentOfOne(c), "payment", "ex_post_payment")
            .number((g, c) -> g.paymentOfOne(c), "buyer_payment", "payment_of_buyer", "price_paid_by_buyer")
            .number((g, c) -> -g.paymentOfOne(c), "seller_receipt", "seller_revenue", "price_received_by_seller")
            .number((g, c) -> g.ofOne(c, g::expectedPayment), "expected_payment", "ex_ante_payment")
            .number((g, c) -> g.ofOne(c, g::expectedPayment), "expected_buyer_payment", "expected_seller_payment")
            .number((g, c) -> -g.ofOne(c, g::expectedPayment), "expected_seller_receipt", "expected_seller_revenue")
            .number(
                    (g, c) -> g.ofOne(c, g.mechanism::exAnteUtility),
                    "expected_buyer_utility",
                    "buyer_expected_utility")
            .number(
                    (g, c) -> g.ofOne(c, g.mechanism::exAnteUtility),
                    "expected_seller_utility",
                    "seller_expected_utility")
            .number((g, c) -> g.ofOne(c, g::exAnteNetGain), "ex_ante_net_gain", "expected_net_gain")
            .number((g, c) -> g.at(c, g.mechanism::interimUtility), "interim_expected_utility", "interim_surplus")
            .number((g, c) -> g.at(c, g.mechanism::interimUtility), "interim_utility_buyer", "interim_utility_seller")
            .number((g, c) -> g.leastUtility(c), "min_interim_utility_buyer", "min_interim_utility_seller")
            .number((g, c) -> g.leastUtility(c), "min_interim_buyer_utility", "min_interim_seller_utility")
            .number((g, c) -> g.leastUtility(c), "min_interim_utility_of_buyer", "min_interim_utility_of_seller")
            .number((g, c) -> g.ofOne(c, i -> g.leastGain(i).type()), "worst_off_type", "type_with_minimum_net_gain")
            .number(
                    (g, c) -> -g.mechanism.expectedSurplus() / g.probability(),
                    "expected_deficit_given_build",
                    "deficit_given_build",
                    "expected_deficit_given_trade",
                    "expected_deficit_per_trade",
                    "deficit_per_trade")
            .number((g, c) -> g.choice.expectedWelfare(), "first_best_welfare", "efficient_welfare")
            .number((g, c) -> g.sum(c), "sum_of_payments", "budget", "budget_balance", "payments_sum")
            .number((g, c) -> g.at(c, g.mechanism::interimUtility), "interim_utility", "interim_payoff")
            .number((g, c) -> g.at(c, g.mechanism::interimUtility), "interim_buyer_utility", "interim_seller_utility")
            .number((g, c) -> g.at(c, g.mechanism::interimUtility), "buyer_interim_utility", "seller_interim_utility")
            .number((g, c) -> g.at(c, g.mechanism::interimUtility), "interim_utility_of_buyer")
            .number((g, c) -> g.at(c, g.mechanism::interimUtility), "interim_utility_of_seller")
            .number(
                    (g, c) -> g.at(c, g.mechanism::interimPayment),
                    "interim_payment",
                    "expected_interim_payment",
                    "interim_expected_payment")
            .number((g, c) -> g.at(c, g::netGain), "interim_net_gain", "interim_net_utility")
            .number((g, c) -> g.at(c, g::externality), "expected_externality")
            .number((g, c) -> g.at(c, g::serviceProbability), "interim_win_probability", "interim_build_probability")
            .number((g, c) -> g.leastUtility(c), "min_interim_utility", "minimum_interim_utility")
            .number((g, c) -> g.leastUtility(c), "min_over_types_of_interim_utility", "lowest_interim_utility")
            .number((g, c) -> g.leastNetGain(c), "min_over_types_of_interim_net_gain", "min_interim_net_gain")
            .number((g, c) -> g.leastNetGain(c), "min_interim_net_utility", "minimum_interim_net_gain")
            .number((g, c) -> g.ofOne(c, g.mechanism::exAnteUtility), "ex_ante_utility", "expected_utility")
            .number((g, c) -> g.ofOne(c, i -> g.reluctance(i).type()), "most_reluctant_type", "optimal_basis")
            .number((g, c) -> g.mechanism.expectedPayments(), "expected_payments", "expected_total_payments")
            .number((g, c) -> g.mechanism.expectedPayments(), "expected_revenue", "expected_sum_of_payments")
            .number((g, c) -> g.mechanism.expectedSurplus(), "expected_budget_surplus", "budget_surplus")
            .number((g, c) -> g.mechanism.expectedSurplus(), "expected_surplus_of_payments_over_cost")
            .number((g, c) -> -g.mechanism.expectedSurplus(), "expected_deficit", "expected_budget_deficit")
            .number((g, c) -> g.choice.expectedWelfare(), "expected_welfare", "expected_social_welfare")
            .number((g, c) -> g.choice.expectedWelfare(), "first_best_expected_gains", "expected_gains_from_trade")
            .number((g, c) -> g.choice.expectedCost(), "expected_cost")
            .number(
                    (g, c) -> g.mechanism.expectedPayments() / g.alike(),
                    "expected_payment_per_agent",
                    "expected_payment_per_bidder")
            .number(
                    (g, c) -> g.choice.expectedWelfare() + g.choice.expectedCost(),
                    "expected_total_value",
                    "expected_total_benefit")
            .number(
                    (g, c) -> g.ofOne(c, g::threshold),
                    "participation_threshold",
                    "lowest_type_with_nonnegative_utility",
                    "type_with_zero_interim_utility",
                    "lowest_buyer_value_with_nonnegative_utility",
                    "highest_seller_cost_with_nonnegative_utility",
                    "critical_buyer_value",
                    "critical_seller_cost")
            .number((g, c) -> g.probability(), "build_probability", "provision_probability", "trade_probability")
            .with((g, c) -> Value.of(g.isRational()), "is_individually_rational", "interim_individually_rational")
            .with(
                    (g, c) -> Value.of(g.isPossible()),
                    "efficient_ic_ir_balanced_mechanism_exists",
                    "efficient_ic_ir_balanced_trade_exists",
                    "balanced_mechanism_exists");

    /** Agents to whom staying away is worth nothing. */
    static EfficientGame of(EfficientMechanism mechanism, OneDimensionalChoice choice) {
        return new EfficientGame(mechanism, choice, Collections.nCopies(choice.agents(), OutsideOption.nothing()));
    }

    private Value payments(ReferenceCase reference) {
        double[] payments = mechanism.payments(profile(reference));
        return Value.of(
                IntStream.range(0, payments.length).mapToObj(i -> payments[i]).toList());
    }

    private double paymentOfOne(ReferenceCase reference) {
        double[] profile = profile(reference);
        return ofOne(reference, i -> mechanism.payment(i, profile));
    }

    private double sum(ReferenceCase reference) {
        double sum = 0;
        for (double payment : mechanism.payments(profile(reference))) {
            sum += payment;
        }
        return sum;
    }

    private double netGain(int agent, double type) {
        return mechanism.interimUtility(agent, type) - options.get(agent).at(type);
    }

    private double expectedPayment(int agent) {
        return choice.expectedValue(agent) - mechanism.exAnteUtility(agent);
    }

    private double exAnteNetGain(int agent) {
        ValueDistribution type = choice.types().get(agent);
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        OutsideOption option = options.get(agent);
        return mechanism.exAnteUtility(agent)
                - Expectation.of(type, type.lower(), type.upper(), 1e-13 * scale, List.of(), option::at);
    }

    /** How many agents there are, where all are alike. */
    private int alike() {
        ValueDistribution first = choice.types().get(0);
        if (!choice.isSymmetric() || !choice.types().stream().allMatch(first::equals)) {
            throw new IllegalArgumentException("types: " + choice.types() + " (expected: agents that are alike)");
        }
        return choice.agents();
    }

    /** The type at which taking part begins, or for a seller ends, to be worth it. */
    private double threshold(int agent) {
        ValueDistribution type = choice.types().get(agent);
        boolean isAtTop = netGain(agent, type.upper()) >= 0;
        if (isAtTop == netGain(agent, type.lower()) >= 0) {
            throw new IllegalArgumentException(
                    "net gain at both ends of the types: of one sign (expected: a type at which it changes)");
        }
        return Bisection.first(type.lower(), type.upper(), x -> netGain(agent, x) >= 0 == isAtTop);
    }

    private double externality(int agent, double type) {
        return new ExpectedExternality(choice).externality(agent, type);
    }

    private double serviceProbability(int agent, double type) {
        if (choice instanceof ObjectAllocation object) {
            return object.winProbability(agent, type);
        }
        return Math.abs(choice.interimWeight(agent, type));
    }

    private double probability() {
        if (choice instanceof PublicProject project) {
            return project.buildProbability();
        }
        if (choice instanceof BilateralTrade trade) {
            return trade.tradeProbability();
        }
        throw new IllegalArgumentException(
                "quantity: a probability of " + choice + " (expected: a project or a trade)");
    }

    /** Over all types; and over all agents where nobody is named. */
    private double leastUtility(ReferenceCase reference) {
        if (!options.stream().allMatch(OutsideOption.nothing()::equals)) {
            throw new IllegalArgumentException("quantity: " + reference.quantity()
                    + " (expected: a net gain, where staying away is worth something)");
        }
        return leastNetGain(reference);
    }

    private double leastNetGain(ReferenceCase reference) {
        OptionalInt agent = named(reference);
        IntStream agents = agent.isPresent() ? IntStream.of(agent.getAsInt()) : IntStream.range(0, choice.agents());
        return agents.mapToDouble(i -> leastGain(i).margin()).min().orElseThrow();
    }

    private EfficientChoice.Reluctance leastGain(int agent) {
        return mechanism.leastGain(agent, options.get(agent));
    }

    private EfficientChoice.Reluctance reluctance(int agent) {
        return choice.reluctance(agent, options.get(agent));
    }

    private boolean isRational() {
        return IntStream.range(0, choice.agents()).allMatch(i -> leastGain(i).margin() >= -ROUNDING);
    }

    private boolean isPossible() {
        return VcgMechanism.withOptimalBasis(choice, options).expectedSurplus() >= -ROUNDING;
    }

    private double ofOne(ReferenceCase reference, IntToDoubleFunction quantity) {
        return quantity.applyAsDouble(agent(reference));
    }

    private double at(ReferenceCase reference, InterimQuantity quantity) {
        int agent = agent(reference);
        return quantity.of(agent, type(reference, agent));
    }

    private double type(ReferenceCase reference, int agent) {
        Setting at = reference.at();
        for (String name : List.of("value", "type", "x", "report", "buyer_value", "seller_cost", "cost")) {
            if (at.has(name)) {
                return checked(name, agent, at.number(name));
            }
        }
        throw at.wrong("value", "the agent's type");
    }

    private double[] profile(ReferenceCase reference) {
        Setting at = reference.at();
        List<Double> reports = List.of();
        for (String name : List.of("values", "types", "reports", "profile", "bids")) {
            reports = at.has(name) ? at.numbers(name) : reports;
        }
        if (choice instanceof BilateralTrade && at.has("buyer_value")) {
            reports = List.of(at.number("buyer_value"), at.number("seller_cost"));
        }
        for (String[] pair : new String[][] {{"value", "cost"}, {"v", "c"}}) {
            if (choice instanceof BilateralTrade && at.has(pair[0]) && at.has(pair[1])) {
                reports = List.of(at.number(pair[0]), at.number(pair[1]));
            }
        }
        if (reports.size() != choice.agents()) {
            throw at.wrong("values", "one for each of " + choice.agents());
        }
        double[] profile = new double[reports.size()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = checked("values", i, reports.get(i));
        }
        return profile;
    }

    private double checked(String name, int agent, double type) {
        ValueDistribution own = choice.types().get(agent);
        if (type < own.lower() || type > own.upper()) {
            throw new IllegalArgumentException(
                    "at." + name + ": " + type + " (expected: a type in [" + own.lower() + ", " + own.upper() + "])");
        }
        return type;
    }

    /** Whom the case is about; the first of agents that are alike. */
    private int agent(ReferenceCase reference) {
        OptionalInt named = named(reference);
        ValueDistribution first = choice.types().get(0);
        boolean isAlike = choice.isSymmetric()
                && choice.types().stream().allMatch(first::equals)
                && options.stream().allMatch(options.get(0)::equals);
        if (named.isEmpty() && !isAlike) {
            throw new IllegalArgumentException("at: no agent (expected: one of agents that differ)");
        }
        return named.orElse(0);
    }

    private OptionalInt named(ReferenceCase reference) {
        Setting at = reference.at();
        if (choice instanceof BilateralTrade) {
            OptionalInt byName = trader(reference.quantity().text());
            return byName.isPresent() ? byName : trader(at.json().toString());
        }
        for (String name : List.of("bidder", "agent", "firm", "partner", "player")) {
            if (at.has(name)) {
                int number = at.count(name);
                if (number < 1 || number > choice.agents()) {
                    throw at.wrong(name, "1 to " + choice.agents());
                }
                return OptionalInt.of(number - 1);
            }
        }
        return reference.quantity().agent();
    }

    /** The one of the two of whom {@code words} are. */
    private static OptionalInt trader(String words) {
        boolean isBuyer = words.contains("buyer");
        return isBuyer == words.contains("seller")
                ? OptionalInt.empty()
                : OptionalInt.of(isBuyer ? BilateralTrade.BUYER : BilateralTrade.SELLER);
    }

    /** A quantity of an agent and its type. */
    @FunctionalInterface
    private interface InterimQuantity {
        double of(int agent, double type);
    }
}
