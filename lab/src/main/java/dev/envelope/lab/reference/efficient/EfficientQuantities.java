package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;

/** The quantities that files ask of any efficient mechanism, under the names that they give them. */
final class EfficientQuantities {

    static final Quantities<EfficientGame> KNOWN = new Quantities<EfficientGame>()
            .with((g, c) -> g.payments(c), "payments", "payment_vector", "transfers")
            .number((g, c) -> g.paymentOfOne(c), "payment", "ex_post_payment")
            .number((g, c) -> g.paymentOfOne(c), "buyer_payment", "payment_of_buyer", "price_paid_by_buyer")
            .number((g, c) -> -g.paymentOfOne(c), "seller_receipt", "seller_revenue", "price_received_by_seller")
            .number((g, c) -> g.ofOne(c, g.mechanism()::expectedPayment), "expected_payment", "ex_ante_payment")
            .number(
                    (g, c) -> g.ofOne(c, g.mechanism()::expectedPayment),
                    "expected_buyer_payment",
                    "expected_seller_payment")
            .number(
                    (g, c) -> -g.ofOne(c, g.mechanism()::expectedPayment),
                    "expected_seller_receipt",
                    "expected_seller_revenue")
            .number(
                    (g, c) -> g.ofOne(c, g.mechanism()::exAnteUtility),
                    "expected_buyer_utility",
                    "buyer_expected_utility",
                    "ex_ante_buyer_utility",
                    "expected_buyer_surplus")
            .number(
                    (g, c) -> g.ofOne(c, g.mechanism()::exAnteUtility),
                    "expected_seller_utility",
                    "seller_expected_utility",
                    "ex_ante_seller_utility",
                    "expected_seller_surplus")
            .with((g, c) -> g.each(c, g.mechanism()::exAnteUtility), "ex_ante_utilities", "expected_utilities")
            .with((g, c) -> g.each(c, g.mechanism()::expectedPayment), "expected_payment_vector", "ex_ante_payments")
            .with(
                    (g, c) -> Value.of(Math.abs(g.mechanism().expectedSurplus()) <= 1e-12),
                    "is_budget_balanced_on_average")
            .number((g, c) -> g.ofOne(c, g::exAnteNetGain), "ex_ante_net_gain", "expected_net_gain")
            .number((g, c) -> g.at(c, g.mechanism()::interimUtility), "interim_expected_utility", "interim_surplus")
            .number((g, c) -> g.at(c, g.mechanism()::interimUtility), "interim_utility_buyer", "interim_utility_seller")
            .number((g, c) -> g.leastUtility(c), "min_interim_utility_buyer", "min_interim_utility_seller")
            .number((g, c) -> g.leastUtility(c), "min_interim_buyer_utility", "min_interim_seller_utility")
            .number((g, c) -> g.leastUtility(c), "min_interim_utility_of_buyer", "min_interim_utility_of_seller")
            .number((g, c) -> g.ofOne(c, i -> g.leastGain(i).type()), "worst_off_type", "type_with_minimum_net_gain")
            .number(
                    (g, c) ->
                            -g.mechanism().expectedSurplus() / g.participants().probability(),
                    "expected_deficit_given_build",
                    "deficit_given_build",
                    "expected_deficit_given_trade",
                    "expected_deficit_per_trade",
                    "deficit_per_trade")
            .number((g, c) -> g.mechanism().expectedWelfare(), "first_best_welfare", "efficient_welfare")
            .number((g, c) -> g.sum(c), "sum_of_payments", "budget", "budget_balance", "payments_sum")
            .number((g, c) -> g.at(c, g.mechanism()::interimUtility), "interim_utility", "interim_payoff")
            .number((g, c) -> g.at(c, g.mechanism()::interimUtility), "interim_buyer_utility", "interim_seller_utility")
            .number((g, c) -> g.at(c, g.mechanism()::interimUtility), "buyer_interim_utility", "seller_interim_utility")
            .number((g, c) -> g.at(c, g.mechanism()::interimUtility), "interim_utility_of_buyer")
            .number((g, c) -> g.at(c, g.mechanism()::interimUtility), "interim_utility_of_seller")
            .number(
                    (g, c) -> g.at(c, g.mechanism()::interimPayment),
                    "interim_payment",
                    "expected_interim_payment",
                    "interim_expected_payment")
            .number((g, c) -> g.at(c, g::netGain), "interim_net_gain", "interim_net_utility")
            .number((g, c) -> g.at(c, g::externality), "expected_externality")
            .number(
                    (g, c) -> g.at(c, g.participants()::serviceProbability),
                    "interim_win_probability",
                    "interim_build_probability")
            .number((g, c) -> g.leastUtility(c), "min_interim_utility", "minimum_interim_utility")
            .number((g, c) -> g.leastUtility(c), "min_over_types_of_interim_utility", "lowest_interim_utility")
            .number((g, c) -> g.leastNetGain(c), "min_over_types_of_interim_net_gain", "min_interim_net_gain")
            .number((g, c) -> g.leastNetGain(c), "min_interim_net_utility", "minimum_interim_net_gain")
            .number((g, c) -> g.ofOne(c, g.mechanism()::exAnteUtility), "ex_ante_utility", "expected_utility")
            .number(
                    (g, c) -> g.ofOne(c, g.mechanism()::exAnteUtility),
                    "ex_ante_bidder_utility",
                    "ex_ante_agent_utility")
            .number((g, c) -> g.at(c, g.mechanism()::interimUtility), "interim_bidder_utility", "interim_agent_utility")
            .number((g, c) -> g.ofOne(c, i -> g.reluctance(i).type()), "most_reluctant_type", "optimal_basis")
            .number((g, c) -> g.mechanism().expectedPayments(), "expected_payments", "expected_total_payments")
            .number((g, c) -> g.mechanism().expectedPayments(), "expected_revenue", "expected_sum_of_payments")
            .number(
                    (g, c) -> g.mechanism().expectedSurplus(),
                    "expected_budget_surplus",
                    "budget_surplus",
                    "expected_vcg_surplus",
                    "surplus_of_vcg")
            .number((g, c) -> g.mechanism().expectedSurplus(), "expected_surplus_of_payments_over_cost")
            .number(
                    (g, c) -> -g.mechanism().expectedSurplus(),
                    "expected_deficit",
                    "expected_budget_deficit",
                    "expected_subsidy")
            .number(
                    (g, c) -> g.mechanism().expectedWelfare(),
                    "expected_welfare",
                    "expected_social_welfare",
                    "expected_social_surplus",
                    "expected_net_welfare",
                    "expected_net_surplus",
                    "expected_total_surplus")
            .number((g, c) -> g.mechanism().expectedWelfare(), "first_best_expected_gains", "expected_gains_from_trade")
            .number((g, c) -> g.choice().expectedCost(), "expected_cost")
            .number(
                    (g, c) -> g.mechanism().expectedPayments() / g.choice().expectedCost(),
                    "share_of_cost_covered",
                    "cost_recovery_ratio",
                    "expected_payments_over_expected_cost")
            .number(
                    (g, c) ->
                            g.mechanism().expectedPayments() / g.participants().probability(),
                    "expected_payments_given_build",
                    "expected_revenue_given_build")
            .number(
                    (g, c) -> g.mechanism().expectedPayments() / g.alike(),
                    "expected_payment_per_agent",
                    "expected_payment_per_bidder")
            .number(
                    (g, c) -> g.mechanism().expectedWelfare() + g.choice().expectedCost(),
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
            .number(
                    (g, c) -> g.participants().probability(),
                    "build_probability",
                    "provision_probability",
                    "trade_probability")
            .with((g, c) -> Value.of(g.isRational()), "is_individually_rational", "interim_individually_rational")
            .with(
                    (g, c) -> Value.of(g.isPossible()),
                    "efficient_ic_ir_balanced_mechanism_exists",
                    "efficient_ic_ir_balanced_trade_exists",
                    "efficient_balanced_mechanism_exists",
                    "balanced_mechanism_exists");

    private EfficientQuantities() {}
}
