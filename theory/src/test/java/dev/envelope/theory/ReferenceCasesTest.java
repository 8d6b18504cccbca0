package dev.envelope.theory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.asymmetric.AsymmetricFirstPrice;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BestResponse;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibria;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
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
    void symmetricFirstAndSecondPriceAgree() {
        String block = "symmetric_ipv";
        auctions(block, "expected_revenue", (c, e) -> e.predictions().revenue());
        auctions(block, "expected_realised_surplus", (c, e) -> e.predictions().gains());
        auctions(block, "sale_probability", (c, e) -> e.predictions().tradeProbability());
        auctions(block, "equilibrium_bid", (c, e) -> e.message(0, c.at("value")));
        auctions(block, "interim_bidder_utility", ReferenceCasesTest::interimUtility);
        assertEnoughRun("symmetric private values", 120);
    }

    @Test
    void asymmetricSecondPriceAgrees() {
        String quantity = "expected_revenue";
        for (String block : List.of("asymmetric_fpa", "krishna_5_2", "ironing")) {
            each(
                    block,
                    quantity,
                    c -> c.mechanisms().contains("second_price") && !isMixture(c),
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
            List<ValueDistribution> more = new ArrayList<>(c.bidders());
            more.add(more.get(0));
            double second = equilibrium(SecondPriceAuction.of(more.size(), OptionalDouble.empty()), more)
                    .predictions()
                    .revenue();
            double optimal = equilibrium(OptimalAuction.of(c.bidders(), 0), c.bidders())
                    .predictions()
                    .revenue();
            compare(c, second, optimal);
        }
        assertEnoughRun("Bulow and Klemperer", 5);
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

    private void auctions(String block, String quantity, BiFunction<ReferenceCase, Equilibrium, Double> result) {
        for (String format : List.of("first_price", "second_price")) {
            each(block, quantity, c -> c.mechanisms().contains(format) && !c.states("entry_fee"), c -> {
                int n = c.bidders().size();
                Mechanism mechanism = format.equals("first_price")
                        ? FirstPriceAuction.of(n, c.reserve())
                        : SecondPriceAuction.of(n, c.reserve());
                return result.apply(c, equilibrium(mechanism, c.bidders()));
            });
        }
    }

    /** U(x): in the first-price auction (x − β(x))·F(x)^(n−1); in the second-price auction by playing it. */
    private static double interimUtility(ReferenceCase c, Equilibrium equilibrium) {
        double x = c.at("value");
        List<ValueDistribution> types = c.bidders();
        double bid = equilibrium.message(0, x);
        if (bid < x) {
            return (x - bid) * Math.pow(types.get(0).cdf(x), types.size() - 1);
        }
        BayesianGame game = new BayesianGame(SecondPriceAuction.of(types.size(), c.reserve()), types);
        return BestResponse.of(game, equilibrium.strategies(), 0).payoff(x, bid);
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

    private static boolean isMixture(ReferenceCase c) {
        return c.states("value_distribution")
                && c.setting("value_distribution").get("type").asString().equals("mixture");
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
        Solution solution = Equilibria.of(new BayesianGame(mechanism, types));
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
