package dev.envelope.lab.reference.units;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.lab.reference.words.PerBidder;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.packages.Bundle;
import dev.envelope.theory.packages.PackageAuction;
import dev.envelope.theory.packages.PackageBid;
import dev.envelope.theory.packages.PackageOutcome;
import dev.envelope.theory.packages.PackagePricing;
import dev.envelope.theory.packages.XorBids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Given bids for packages. A package is written as its objects: letters, or names with commas, plus signs or spaces. */
public final class PackageCases implements BlockCases {

    private static final double ROUNDING = 1e-9;

    private final Quantities<Setting> quantities = new Quantities<Setting>()
            .with((s, c) -> PerBidder.of(c, settled(pricing(s), s).payments()), "payments", "payment", "core_payments")
            .with((s, c) -> PerBidder.of(c, settled(PackagePricing.VCG, s).payments()), "vcg_payments", "vcg_payment")
            .with(
                    (s, c) -> PerBidder.of(c, payoffs(s)),
                    "payoffs",
                    "payoff",
                    "utilities",
                    "utility",
                    "bidder_utilities",
                    "bidder_payoffs",
                    "payoff_vector")
            .number(
                    (s, c) -> play(PackagePricing.PAY_AS_BID, s).award().welfare(),
                    "efficient_welfare",
                    "welfare",
                    "social_welfare",
                    "total_value",
                    "winner_determination_value",
                    "optimal_value")
            .number(
                    (s, c) -> play(revenuePricing(s), s).revenue(),
                    "revenue",
                    "total_revenue",
                    "seller_revenue",
                    "total_payments",
                    "expected_revenue")
            .number((s, c) -> play(PackagePricing.VCG, s).revenue(), "vcg_revenue")
            .number(
                    (s, c) -> play(PackagePricing.NEAREST_VCG, s).revenue(),
                    "minimum_core_revenue",
                    "core_revenue",
                    "minimum_revenue",
                    "minimum_revenue_core")
            .number(
                    (s, c) -> play(PackagePricing.NEAREST_VCG, s).revenue()
                            - play(PackagePricing.VCG, s).revenue(),
                    "core_shortfall_of_vcg",
                    "vcg_revenue_shortfall",
                    "minimum_core_revenue_minus_vcg_revenue")
            .with((s, c) -> winners(s), "winners", "winning_bidders")
            .with((s, c) -> Value.of(isVickreyInCore(s)), "vcg_in_core", "is_vcg_in_core", "vcg_in_the_core");

    @Override
    public Set<String> blocks() {
        return Set.of("combinatorial");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        Fields.only(reference.setting(), "mechanism", "bids", "items", "reports");
        return quantities.of(reference.setting(), reference);
    }

    private static PackageOutcome play(PackagePricing pricing, Setting setting) {
        XorBids bids = bids(setting);
        return new PackageAuction(pricing).outcome(bids, TieOrder.byIndex(bids.size()));
    }

    /** The outcome, where no draw between equal totals decides it. */
    private static PackageOutcome settled(PackagePricing pricing, Setting setting) {
        XorBids bids = bids(setting);
        int last = bids.size() - 1;
        TieOrder reversed =
                TieOrder.of(IntStream.rangeClosed(0, last).map(i -> last - i).toArray());
        PackageOutcome outcome = play(pricing, setting);
        if (!PackageAuction.award(bids, reversed).equals(outcome.award())) {
            throw setting.wrong("bids", "one award of the highest total, for a draw decides between equal ones");
        }
        return outcome;
    }

    private static List<Double> payoffs(Setting setting) {
        PackageOutcome outcome = play(pricing(setting), setting);
        return IntStream.range(0, outcome.payments().size())
                .mapToObj(i -> outcome.award().amount(i) - outcome.payments().get(i))
                .toList();
    }

    /** Who gets something, counted from 1. */
    private static Value winners(Setting setting) {
        PackageOutcome outcome = settled(PackagePricing.PAY_AS_BID, setting);
        return Value.of(IntStream.range(0, outcome.payments().size())
                .filter(i -> outcome.award().amount(i) > 0)
                .mapToObj(i -> i + 1.0)
                .toList());
    }

    private static boolean isVickreyInCore(Setting setting) {
        double least = play(PackagePricing.NEAREST_VCG, setting).revenue();
        return play(PackagePricing.VCG, setting).revenue() >= least - ROUNDING * Math.max(1, least);
    }

    /** What is named; every core-selecting rule has the same revenue, so that it need not be. */
    private static PackagePricing revenuePricing(Setting setting) {
        String mechanism = mechanism(setting);
        return mechanism.contains("core") && !mechanism.contains("near")
                ? PackagePricing.NEAREST_VCG
                : pricing(setting);
    }

    private static PackagePricing pricing(Setting setting) {
        String mechanism = mechanism(setting);
        if (mechanism.matches(
                ".*(near|close)(est)?( to)?( the)? (vcg|vickrey).*|.*(vcg|vickrey) nearest.*|.*quadratic.*")) {
            return PackagePricing.NEAREST_VCG;
        }
        if (mechanism.matches(".*(near|close)(est)?( to)?( the)? bids?.*")) {
            return PackagePricing.NEAREST_BID;
        }
        if (mechanism.matches(".*(near|close)(est)?( to)?( the)? (zero|0|origin).*")) {
            return PackagePricing.NEAREST_ZERO;
        }
        if (mechanism.contains("proportional")) {
            return PackagePricing.PROPORTIONAL;
        }
        if (mechanism.matches(".*(pay (as|your) bid|first price).*")) {
            return PackagePricing.PAY_AS_BID;
        }
        if (mechanism.matches(".*(vcg|vickrey).*") && !mechanism.contains("core")) {
            return PackagePricing.VCG;
        }
        throw setting.wrong(
                "mechanism",
                "VCG, pay as bid, or core-selecting: nearest to VCG, to the bids or to 0, or proportional");
    }

    private static String mechanism(Setting setting) {
        return setting.text("mechanism", "").toLowerCase(Locale.ROOT).replaceAll("[-_]", " ");
    }

    private static XorBids bids(Setting setting) {
        List<String> items = new ArrayList<>();
        List<List<PackageBid>> bidders = new ArrayList<>();
        for (Setting bidder : setting.objects("bids")) {
            List<PackageBid> offers = new ArrayList<>();
            for (String bundle : bidder.names()) {
                offers.add(new PackageBid(bundle(items, bundle), bidder.number(bundle)));
            }
            bidders.add(offers);
        }
        return new XorBids(Math.max(1, items.size()), bidders);
    }

    private static Bundle bundle(List<String> items, String spelled) {
        String[] names = spelled.matches("[A-Za-z]+")
                ? spelled.split("")
                : spelled.replaceAll("[{}()\\[\\]]", "").trim().split("[\\s,+&]+");
        return Bundle.of(Arrays.stream(names)
                .mapToInt(name -> {
                    if (!items.contains(name)) {
                        items.add(name);
                    }
                    return items.indexOf(name);
                })
                .toArray());
    }
}
