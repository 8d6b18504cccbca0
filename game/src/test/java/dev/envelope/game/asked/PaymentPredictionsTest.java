package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.game;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who pays how much of the predicted revenue, in every family of games, against what is paid when they are played. */
class PaymentPredictionsTest {

    private static final int ROUNDS = 2_000;

    /** About one false alarm in 15,000 comparisons; the seed is fixed. */
    private static final double STANDARD_ERRORS = 4;

    private static final double ROUNDING = 1e-8;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{mechanism: first_price, bidders: 3, values: [1, 5]}",
                "{mechanism: {type: first_price, reserve: 1}, bidders: 3, values: [0, 5], utility: {type: crra, alpha: 0.5}}",
                "{mechanism: first_price, bidders: [{values: [0, 150]}, {values: [0, 50], count: 2}]}",
                "{mechanism: {type: first_price, reserve: 20}, bidders: [{values: [0, 90]}, {values: [0, 50]}]}",
                "{mechanism: {type: second_price, reserve: 0.4}, bidders: [{values: [-1, 1]}, {values: [0.2, 1.5], count: 2}]}",
                "{mechanism: second_price, bidders: [{values: [0, 1]}, {values: [0, 2]}], messages: {maximum: 0.8}}",
                "{mechanism: second_price, bidders: 3, values: [0, 1], entry_fee: 0.1}",
                "{mechanism: all_pay, bidders: 3, values: [0, 100]}",
                "{mechanism: all_pay, bidders: [{values: [0, 100]}, {values: [0, 60]}]}",
                "{mechanism: third_price, bidders: 4, values: [0, 1]}",
                "{mechanism: vcg, bidders: [{values: [0.5, 1]}, {values: [0, 2]}, {values: [0.2, 1]}]}",
                "{mechanism: optimal, bidders: [{values: [0, 150]}, {values: [0, 50]}]}",
                "{mechanism: agv, bidders: [{values: [0, 1]}, {values: [0, 2]}, {values: [1, 2]}]}",
                "{mechanism: agv, buyer: [0, 1], seller: [0, 2]}",
                "{mechanism: balanced, bidders: [{values: [0, 1]}, {values: [0, 2]}]}",
                "{mechanism: vcg, buyer: [0, 1], seller: [0, 1]}",
                "{mechanism: mcafee, buyer: [0, 1], seller: [0, 1]}",
                "{mechanism: k_double_auction, buyer: [0, 1], seller: [0, 1]}",
                "{mechanism: {type: k_double_auction, k: 0.2}, buyer: {type: power, a: 2, lo: 0, hi: 1}, seller: [0, 1]}",
                "{mechanism: {type: call_market, k: 1}, roles: [{side: buyer, count: 2, values: [0, 1]}, {side: seller, count: 3, values: [0, 1]}]}",
                "{mechanism: mcafee, roles: [{side: buyer, count: 3, values: [0, 1]}, {side: seller, count: 2, values: [0.2, 1]}]}",
                "{mechanism: vcg, roles: [{side: buyer, count: 3, values: [0, 1]}, {side: seller, count: 2, values: [0.2, 1]}]}",
                "{mechanism: {type: uniform_price, units: 2}, bidders: 4, values: [0, 1]}",
                "{mechanism: {type: uniform_price, units: 2}, bidders: 4, values: [0, 1], messages: {maximum: 0.7}}",
                "{mechanism: {type: discriminatory, units: 2}, bidders: 3, values: [0, 1]}",
                "{mechanism: {type: public_project, cost: 1}, bidders: [{values: [0, 1]}, {values: [0, 2]}]}",
                "{mechanism: {type: public_project, cost: 1, payments: agv}, bidders: [{values: [0, 1]}, {values: [0, 2]}]}",
                "{mechanism: {type: partnership, payments: vcg}, bidders: 2, values: [0, 1]}",
                "{mechanism: partnership, bidders: 3, values: [0, 1]}",
                "{mechanism: partnership, bidders: [{values: [0, 1]}, {values: [0.5, 2]}]}",
                "{mechanism: {type: partnership, payments: winners_bid}, bidders: [{values: [0, 1]}, {values: [0, 1]}, {values: [0.5, 2]}]}",
                "{mechanism: {type: licence_with_externality, alpha: 0.5}, bidders: 2, values: [0, 1]}",
                "{mechanism: {type: licence_with_externality, alpha: 0.5}, bidders: [{values: [0, 1]}, {values: [0.5, 2]}]}",
                "{mechanism: {type: licence_with_externality, alpha: 0.5, loss: constant, payments: all_pay}, bidders: [{values: [0, 1]}, {values: [0, 2]}]}",
                "{mechanism: sequential_offers, bidders: 3, values: [0, 1]}"
            })
    void whoPaysHowMuchIsWhatIsPaidWhenItIsPlayed(String text) {
        BayesianGame game = game(text).bayesian().orElseThrow();
        Equilibrium equilibrium = (Equilibrium) game(text).solution();
        addUpToTheRevenue(equilibrium.predictions());
        List<double[]> paid = new ArrayList<>();
        Random random = new Random(17);
        for (int round = 0; round < ROUNDS; round++) {
            paid.add(play(game, equilibrium, random));
        }
        for (int i = 0; i < game.mechanism().agents(); i++) {
            agree(paid, i, equilibrium.predictions().payments().get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{mechanism: first_price, bidders: 4, values: {type: common_value, lo: 0, hi: 100, error: 5}}",
                "{mechanism: second_price, bidders: 3, values: {type: wallet, values: [0, 1]}}",
                "{mechanism: {type: uniform_price, units: 2, wanted: 2}, bidders: 2, values: [0, 1]}",
                "{mechanism: {type: multi_unit_vickrey, units: 2, wanted: 2}, bidders: 2, values: [0, 1]}"
            })
    void alikeBiddersPayAlike(String text) {
        Predictions predictions = ((Equilibrium) game(text).solution()).predictions();
        addUpToTheRevenue(predictions);
        assertThat(predictions.payments().stream().distinct()).hasSize(1);
    }

    /** A global bidder of U[0,2] against truthful locals of U[0,1]: it pays E[s] − E[s²]/2 = 1 − 7/12. */
    @Test
    void aGlobalBidderPaysWhatTheLocalsBid() {
        Predictions predictions = ((Equilibrium)
                        game("{mechanism: {type: package_auction, items: [A, B], payments: vcg}, bidders: ["
                                        + "{name: one, values: [0, 1], wants: [A]}, {name: two, values: [0, 1], wants: [B]},"
                                        + "{name: both, values: [0, 2], wants: [A, B]}]}")
                                .solution())
                .predictions();
        addUpToTheRevenue(predictions);
        assertThat(predictions.payments().get(2)).isEqualTo(5 / 12.0, within(ROUNDING));
    }

    private static void addUpToTheRevenue(Predictions predictions) {
        assertThat(predictions.payments()).hasSameSizeAs(predictions.surplus());
        assertThat(predictions.payments().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo(predictions.revenue(), within(ROUNDING * (1 + predictions.gains())));
    }

    private static double[] play(BayesianGame game, Equilibrium equilibrium, Random random) {
        int n = game.mechanism().agents();
        double[] messages = new double[n];
        for (int i = 0; i < n; i++) {
            messages[i] = equilibrium.message(i, game.types().get(i).quantile(random.nextDouble()));
        }
        List<Integer> ranks = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(ranks, random);
        TieOrder ties = TieOrder.of(ranks.stream().mapToInt(Integer::intValue).toArray());
        MarketOutcome outcome = game.mechanism().outcome(messages, ties);
        return IntStream.range(0, n).mapToDouble(outcome::payment).toArray();
    }

    private static void agree(List<double[]> paid, int agent, double predicted) {
        double mean = paid.stream().mapToDouble(round -> round[agent]).average().orElseThrow();
        double squares = paid.stream()
                .mapToDouble(round -> (round[agent] - mean) * (round[agent] - mean))
                .sum();
        double error = Math.sqrt(squares) / ROUNDS;
        assertThat(predicted)
                .as("what agent %s pays", agent)
                .isEqualTo(mean, within(STANDARD_ERRORS * error + ROUNDING));
    }
}
