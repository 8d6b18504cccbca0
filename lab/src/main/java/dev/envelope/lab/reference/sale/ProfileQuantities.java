package dev.envelope.lab.reference.sale;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.auction.PlayedAuction;
import dev.envelope.lab.reference.auction.Rules;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.PerBidder;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What an auction of one object does where every bidder's value is given and all bid as in equilibrium. */
final class ProfileQuantities {

    private static final List<String> PROFILES = List.of("values", "types", "profile");

    private static final Quantities<Sale> KNOWN = new Quantities<Sale>()
            .with((s, c) -> PerBidder.of(c, s.payments()), "payments", "payment_vector", "payment", "ex_post_payment")
            .with((s, c) -> PerBidder.of(c, s.units()), "allocation", "allocations", "win")
            .with(
                    (s, c) -> PerBidder.of(c, s.utilities()),
                    "utilities",
                    "payoffs",
                    "utility",
                    "payoff",
                    "ex_post_utility",
                    "ex_post_payoffs")
            .with((s, c) -> PerBidder.of(c, s.bids()), "bids", "equilibrium_bids")
            .number((s, c) -> s.winner() + 1.0, "winner", "winning_bidder")
            .number((s, c) -> s.payments().get(s.winner()), "winner_payment", "winners_payment", "price", "price_paid")
            .number((s, c) -> s.payments().stream().mapToDouble(x -> x).sum(), "revenue", "seller_revenue");

    private ProfileQuantities() {}

    /** Whether {@code reference} gives a value for every bidder. */
    static boolean areMeant(ReferenceCase reference) {
        return PROFILES.stream().anyMatch(reference.at()::has);
    }

    /** The quantity of {@code reference} in the auction {@code played}, the equilibrium of {@code setting} in one format. */
    static Value of(AuctionSetting setting, PlayedAuction played, ReferenceCase reference) {
        return KNOWN.of(sale(setting, played, reference), reference);
    }

    private static Sale sale(AuctionSetting setting, PlayedAuction played, ReferenceCase reference) {
        List<Double> values = PROFILES.stream()
                .filter(reference.at()::has)
                .findFirst()
                .map(reference.at()::numbers)
                .orElseThrow();
        List<ValueDistribution> types = setting.types();
        boolean fits = values.size() == types.size()
                && IntStream.range(0, values.size())
                        .allMatch(i -> types.get(i).lower() <= values.get(i)
                                && values.get(i) <= types.get(i).upper());
        if (!fits) {
            throw new IllegalArgumentException(
                    "at: " + values + " (expected: one value in the support of each of " + types.size() + " bidders)");
        }
        Mechanism rules = Rules.of(setting);
        double[] bids = IntStream.range(0, types.size())
                .mapToDouble(i -> rules.isDirect()
                        ? values.get(i)
                        : values.get(i) < played.cutOff(i) ? Double.NaN : played.bid(i, values.get(i)))
                .toArray();
        MarketOutcome outcome = rules.outcome(bids, TieOrder.byIndex(bids.length));
        if (!outcome.equals(rules.outcome(bids, lastFirst(bids.length)))) {
            throw new IllegalArgumentException("at: " + values + " (expected: no tie, which a draw decides)");
        }
        return new Sale(values, Arrays.stream(bids).boxed().toList(), outcome);
    }

    private static TieOrder lastFirst(int bidders) {
        return TieOrder.of(IntStream.range(0, bidders).map(i -> bidders - 1 - i).toArray());
    }

    /** Values, bids and what became of them. */
    private record Sale(List<Double> values, List<Double> bids, MarketOutcome outcome) {

        List<Double> payments() {
            return Arrays.stream(outcome.payments()).boxed().toList();
        }

        List<Double> units() {
            return IntStream.range(0, values.size())
                    .mapToObj(i -> (double) outcome.units(i))
                    .toList();
        }

        List<Double> utilities() {
            return IntStream.range(0, values.size())
                    .mapToObj(i -> outcome.units(i) * values.get(i) - outcome.payment(i))
                    .toList();
        }

        int winner() {
            return IntStream.range(0, values.size())
                    .filter(i -> outcome.units(i) > 0)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("at: " + values + " (expected: a sale)"));
        }
    }
}
