package dev.envelope.lab.reference;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.theory.asymmetric.AsymmetricFirstPrice;
import dev.envelope.theory.design.Comparisons;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.ironing.IronedVirtualValue;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.symmetric.SymmetricAuction;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Auctions of one object among bidders with independent private values. */
final class AuctionCases implements BlockCases {

    private final Map<AuctionSetting, AsymmetricFirstPrice> solved = new ConcurrentHashMap<>();

    private final Quantities<AuctionSetting> quantities = new Quantities<AuctionSetting>()
            .number((a, c) -> equilibrium(a).message(bidder(c), c.at().number("value")), "equilibrium_bid")
            .number((a, c) -> equilibrium(a).predictions().revenue(), "expected_revenue")
            .number((a, c) -> equilibrium(a).predictions().gains(), "expected_realised_surplus")
            .number((a, c) -> equilibrium(a).predictions().tradeProbability(), "sale_probability")
            .number((a, c) -> symmetric(a).interimUtility(c.at().number("value")), "interim_bidder_utility")
            .number((a, c) -> symmetric(a).cutOff(), "entry_cutoff_value")
            .number((a, c) -> asymmetric(a).maximumBid(), "maximum_bid")
            .number((a, c) -> asymmetric(a).winProbability(c.quantity().agent().orElse(0)), "win_probability")
            .number((a, c) -> asymmetric(a).misallocationProbability(), "probability_winner_not_highest_value")
            .number((a, c) -> OptimalAuction.of(a.types(), a.sellerValue()).reserve(0), "optimal_reserve")
            .number((a, c) -> Comparisons.commonReserve(a.types()).price(), "optimal_common_reserve")
            .number((a, c) -> flat(a).value(), "ironed_virtual_value_on_the_flat")
            .with((a, c) -> Value.of(flat(a).lo(), flat(a).hi()), "ironing_interval_in_values");

    @Override
    public Set<String> blocks() {
        return Set.of("symmetric_ipv", "risk_aversion", "optimal_auction", "ironing", "krishna_5_2", "asymmetric_fpa");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        return quantities.of(AuctionSetting.of(reference.setting()), reference);
    }

    /** The bidder meant, from 0: by its number, or the first of its group. */
    private static int bidder(ReferenceCase reference) {
        Setting at = reference.at();
        if (at.has("bidder")) {
            return at.count("bidder") - 1;
        }
        int first = 0;
        for (int group = 1; group < at.count("group", 1); group++) {
            first += reference.setting().objects("bidders").get(group - 1).count("count", 1);
        }
        return first;
    }

    private static Equilibrium equilibrium(AuctionSetting auction) {
        Solution solution = Equilibria.of(
                new BayesianGame(mechanism(auction.formats().get(0), auction), auction.types(), auction.utility()));
        if (solution instanceof NoEquilibrium none) {
            throw new IllegalArgumentException(none.reason());
        }
        return (Equilibrium) solution;
    }

    private static Mechanism mechanism(String format, AuctionSetting auction) {
        int n = auction.types().size();
        Mechanism rules = switch (format) {
            case "first_price", "dutch" -> FirstPriceAuction.of(n, auction.reserve());
            case "second_price", "english" -> SecondPriceAuction.of(n, auction.reserve());
            case "all_pay" -> new AllPayAuction(n, auction.minimumBid());
            case "third_price" -> ThirdPriceAuction.of(n);
            default -> {
                if (format.startsWith("optimal")) {
                    yield OptimalAuction.of(auction.types(), auction.sellerValue());
                }
                throw new IllegalArgumentException("mechanism: " + format
                        + " (expected: first_price, second_price, dutch, english, all_pay, third_price or optimal)");
            }
        };
        return auction.entryFee() > 0 ? EntryFeeAuction.of(rules, auction.entryFee()) : rules;
    }

    private static SymmetricAuction symmetric(AuctionSetting auction) {
        OptionalDouble reserve = auction.reserve();
        double fee = auction.minimumBid() + auction.entryFee();
        return new SymmetricAuction(
                auction.types().get(0),
                auction.types().size(),
                fee > 0
                        ? reserve.orElse(0)
                        : reserve.orElse(auction.types().get(0).lower()),
                fee);
    }

    private AsymmetricFirstPrice asymmetric(AuctionSetting auction) {
        return solved.computeIfAbsent(auction, a -> AsymmetricFirstPrice.of(a.types(), a.reserve()));
    }

    private static IronedVirtualValue.Flat flat(AuctionSetting auction) {
        return IronedVirtualValue.of(auction.types().get(0)).flats().get(0);
    }
}
