package dev.envelope.theory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.asymmetric.AsymmetricFirstPrice;
import dev.envelope.theory.design.Comparisons;
import dev.envelope.theory.design.PostedPrices;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.ironing.IronedVirtualValue;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.symmetric.SymmetricAuction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The library against reference numbers, each obtained by two methods; found by block, format and quantity. */
class ReferenceCasesTest {

    private final List<ReferenceCase> cases;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, AsymmetricFirstPrice> solved = new TreeMap<>();
    private int run;

    ReferenceCasesTest() throws IOException {
        cases = ReferenceCase.all();
    }

    @AfterEach
    void nothingIsWrong() {
        assertThat(wrong).isEmpty();
    }

    @Test
    void symmetricAuctionsAgree() {
        String block = "symmetric_ipv";
        auctions(block, "expected_revenue", (c, e) -> e.predictions().revenue());
        auctions(block, "expected_realised_surplus", (c, e) -> e.predictions().gains());
        auctions(block, "sale_probability", (c, e) -> e.predictions().tradeProbability());
        auctions(block, "equilibrium_bid", (c, e) -> e.message(0, c.at("value")));
        each(block, "interim_bidder_utility", c -> true, c -> symmetric(c).interimUtility(c.at("value")));
        each(block, "entry_cutoff_value", c -> true, c -> symmetric(c).cutOff());
        assertEnoughRun("symmetric private values", 138);
    }

    @Test
    void riskAverseBiddersAgree() {
        auctions("risk_aversion", "equilibrium_bid", (c, e) -> e.message(0, c.at("value")));
        auctions("risk_aversion", "expected_revenue", (c, e) -> e.predictions().revenue());
        assertEnoughRun("risk aversion", 5);
    }

    @Test
    void ironedVirtualValuesAgree() {
        Function<ReferenceCase, IronedVirtualValue> ironed =
                c -> IronedVirtualValue.of(c.bidders().get(0));
        String block = "ironing";
        each(
                block,
                "ironed_virtual_value_on_the_flat",
                c -> true,
                c -> ironed.apply(c).flats().get(0).value());
        for (ReferenceCase c : about(block, "ironing_interval[lo,hi]_in_values")) {
            IronedVirtualValue.Flat flat = ironed.apply(c).flats().get(0);
            compare(c, flat.lo(), flat.hi());
        }
        each(block, "optimal_reserve", c -> true, c -> ironed.apply(c).inverse(0));
        each(
                block,
                "expected_revenue",
                ReferenceCasesTest::isOptimal,
                c -> equilibrium(OptimalAuction.of(c.bidders(), 0), c.bidders())
                        .predictions()
                        .revenue());
        assertEnoughRun("ironing", 4);
    }

    @Test
    void asymmetricSecondPriceAgrees() {
        String quantity = "expected_revenue";
        for (String block : List.of("asymmetric_fpa", "krishna_5_2", "ironing")) {
            each(
                    block,
                    quantity,
                    c -> c.mechanisms().contains("second_price"),
                    c -> equilibrium(SecondPriceAuction.of(c.bidders().size(), c.reserve()), c.bidders())
                            .predictions()
                            .revenue());
        }
        assertEnoughRun("asymmetric second price", 10);
    }

    @Test
    void asymmetricFirstPriceAgrees() {
        asymmetric("maximum_bid", (c, auction) -> auction.maximumBid());
        asymmetric("expected_revenue", (c, auction) -> auction.revenue());
        asymmetric("win_probability_of_bidder_1", (c, auction) -> auction.winProbability(0));
        asymmetric("win_probability_of_bidder_1(weak)", (c, auction) -> auction.winProbability(0));
        asymmetric("probability_winner_not_highest_value", (c, auction) -> auction.misallocationProbability());
        asymmetric("equilibrium_bid", (c, auction) -> auction.bid(c.bidder(), c.at("value")));
        assertEnoughRun("asymmetric first price", 60);
    }

    private void asymmetric(String quantity, BiFunction<ReferenceCase, AsymmetricFirstPrice, Double> result) {
        each(
                "asymmetric_fpa",
                quantity,
                c -> c.mechanisms().contains("first_price"),
                c -> result.apply(
                        c,
                        solved.computeIfAbsent(
                                c.json().get("setting").toString(),
                                setting -> AsymmetricFirstPrice.of(c.bidders(), c.reserve()))));
    }

    @Test
    void optimalAuctionsAgree() {
        Function<ReferenceCase, OptimalAuction> auction = c -> OptimalAuction.of(c.bidders(), c.sellerValue());
        each(
                "optimal_auction",
                "optimal_reserve",
                c -> true,
                c -> auction.apply(c).reserve(0));
        for (String block : List.of("optimal_auction", "krishna_5_2")) {
            each(
                    block,
                    "expected_revenue",
                    ReferenceCasesTest::isOptimal,
                    c -> equilibrium(auction.apply(c), c.bidders())
                            .predictions()
                            .revenue());
        }
        each(
                "optimal_auction",
                "expected_revenue",
                c -> c.states("reserve"),
                c -> equilibrium(SecondPriceAuction.of(c.bidders().size(), c.reserve()), c.bidders())
                        .predictions()
                        .revenue());
        assertEnoughRun("optimal auctions", 18);
    }

    @Test
    void oneMoreBidderBeatsTheOptimalReserve() {
        for (ReferenceCase c : about("bulow_klemperer", "expected_revenues[n+1 no reserve, n optimal]")) {
            Comparisons.MoreBidders both =
                    Comparisons.bulowKlemperer(c.bidders().get(0), c.bidders().size());
            compare(c, both.oneMoreBidder(), both.optimal());
        }
        assertEnoughRun("Bulow and Klemperer", 5);
    }

    @Test
    void pricesThatSellersChooseAgree() {
        String block = "sequential_offers";
        each(
                block,
                "optimal_expected_revenue",
                c -> !isAnonymous(c),
                c -> PostedPrices.sequential(c.bidders()).revenue());
        each(
                block,
                "optimal_expected_revenue",
                ReferenceCasesTest::isAnonymous,
                c -> PostedPrices.anonymous(c.bidders()).revenue());
        each(
                block,
                "revenue_difference",
                c -> true,
                c -> equilibrium(OptimalAuction.of(c.bidders(), 0), c.bidders())
                                .predictions()
                                .revenue()
                        - PostedPrices.sequential(c.bidders()).revenue());
        each(
                "krishna_5_2",
                "optimal_common_reserve",
                c -> true,
                c -> Comparisons.commonReserve(c.bidders()).price());
        assertEnoughRun("sellers' prices", 5);
    }

    private static boolean isAnonymous(ReferenceCase c) {
        return c.mechanisms().get(0).contains("anonymous");
    }

    @Test
    void bilateralDoubleAuctionsAgree() {
        linear("trade_probability", e -> e.predictions().tradeProbability());
        linear("expected_gains_from_trade", e -> e.predictions().gains());
        linear("gains_over_first_best(1/6)", e -> e.predictions().efficiency());
        for (ReferenceCase c : doubleAuctions("expected_profits[buyer,seller]")) {
            Predictions predictions = trade(c).predictions();
            compare(c, predictions.surplus().get(0), predictions.surplus().get(1));
        }
        for (ReferenceCase c : doubleAuctions("equilibrium_bid")) {
            compare(c, trade(c).message(BilateralDoubleAuction.BUYER, c.at("buyer_value")));
        }
        for (ReferenceCase c : doubleAuctions("equilibrium_ask")) {
            compare(c, trade(c).message(BilateralDoubleAuction.SELLER, c.at("seller_cost")));
        }
        for (ReferenceCase c : doubleAuctions("untruncated_linear_equilibrium_exists")) {
            run++;
            boolean proven = trade(c).certificate().kind() == Certificate.Kind.CLOSED_FORM;
            if (proven != c.isTrue()) {
                wrong.add(c.id());
            }
        }
        for (ReferenceCase c : about("bilateral", "first_best_expected_gains")) {
            List<ValueDistribution> types = List.of(c.distributionOf("buyer"), c.distributionOf("seller"));
            compare(
                    c,
                    equilibrium(BilateralDoubleAuction.of(0.5), types)
                            .predictions()
                            .firstBestGains());
        }
        assertEnoughRun("bilateral double auction", 17);
    }

    @Test
    void theLossOfBiddingTooLittleIsFound() {
        for (ReferenceCase c : about("verifier", "max_over_types_interim_utility_loss")) {
            Matcher profile = Pattern.compile("all bidders bid ([0-9.]+)\\*x")
                    .matcher(c.setting("profile").asString());
            assertThat(profile.matches()).isTrue();
            double share = Double.parseDouble(profile.group(1));
            List<ValueDistribution> types = c.bidders();
            List<BidFunction> strategies = Collections.nCopies(types.size(), x -> share * x);
            BayesianGame game = new BayesianGame(FirstPriceAuction.of(types.size(), OptionalDouble.empty()), types);
            compare(c, BestResponse.largestGain(game, strategies, 301));
        }
        assertEnoughRun("verifier", 1);
    }

    /** Every format that the case is stated for. */
    private void auctions(String block, String quantity, BiFunction<ReferenceCase, Equilibrium, Double> result) {
        for (ReferenceCase c : about(block, quantity)) {
            for (String format : c.mechanisms()) {
                // Open formats are strategically their sealed counterparts.
                if (!format.equals("english") && !format.equals("dutch")) {
                    compare(c, result.apply(c, equilibrium(game(format, c))));
                }
            }
        }
    }

    private static BayesianGame game(String format, ReferenceCase c) {
        int n = c.bidders().size();
        Mechanism mechanism = switch (format) {
            case "first_price" -> FirstPriceAuction.of(n, c.reserve());
            case "second_price" -> SecondPriceAuction.of(n, c.reserve());
            case "all_pay" -> new AllPayAuction(n, c.states("minimum_bid") ? c.number("minimum_bid") : 0);
            case "third_price" -> ThirdPriceAuction.of(n);
            default -> throw new AssertionError("format: " + format);
        };
        Mechanism rules = c.states("entry_fee") ? EntryFeeAuction.of(mechanism, c.number("entry_fee")) : mechanism;
        return new BayesianGame(rules, c.bidders(), c.utility());
    }

    private static SymmetricAuction symmetric(ReferenceCase c) {
        List<ValueDistribution> types = c.bidders();
        double reserve = c.reserve().orElse(types.get(0).lower());
        double fee = c.states("minimum_bid") ? c.number("minimum_bid") : 0;
        return new SymmetricAuction(types.get(0), types.size(), fee > 0 ? 0 : reserve, fee);
    }

    private void linear(String quantity, Function<Equilibrium, Double> result) {
        for (ReferenceCase c : doubleAuctions(quantity)) {
            compare(c, result.apply(trade(c)));
        }
    }

    private List<ReferenceCase> doubleAuctions(String quantity) {
        return about("bilateral", quantity).stream()
                .filter(c -> c.mechanisms().contains("bilateral k-double auction"))
                .filter(c -> !c.states("mechanism_note") && !c.states("equilibrium"))
                .toList();
    }

    private static Equilibrium trade(ReferenceCase c) {
        return equilibrium(
                BilateralDoubleAuction.of(c.number("k")),
                List.of(c.distributionOf("buyer"), c.distributionOf("seller")));
    }

    private static boolean isOptimal(ReferenceCase c) {
        return c.mechanisms().get(0).startsWith("optimal");
    }

    private List<ReferenceCase> about(String block, String quantity) {
        return cases.stream().filter(c -> c.isAbout(block, quantity)).toList();
    }

    private void each(
            String block,
            String quantity,
            java.util.function.Predicate<ReferenceCase> covered,
            Function<ReferenceCase, Double> result) {
        about(block, quantity).stream().filter(covered).forEach(c -> compare(c, result.apply(c)));
    }

    private static Equilibrium equilibrium(Mechanism mechanism, List<ValueDistribution> types) {
        return equilibrium(new BayesianGame(mechanism, types));
    }

    private static Equilibrium equilibrium(BayesianGame game) {
        Solution solution = Equilibria.of(game);
        assertThat(solution).isInstanceOf(Equilibrium.class);
        return (Equilibrium) solution;
    }

    private void compare(ReferenceCase c, double... results) {
        run++;
        double[] references = c.value();
        for (int i = 0; i < references.length; i++) {
            if (!(Math.abs(results[i] - references[i]) <= c.tolerance(references[i]))) {
                wrong.add(c.id() + ": " + results[i] + " (expected: " + references[i] + ")");
            }
        }
    }

    private void assertEnoughRun(String what, int least) {
        System.out.println("reference cases, " + what + ": " + run);
        assertThat(run).isGreaterThanOrEqualTo(least);
    }
}
