package dev.envelope.lab.reference;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.theory.design.Comparisons;
import dev.envelope.theory.design.PostedPrices;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import java.util.Set;

/** What a seller compares: one more bidder with the optimal reserve, offers with an auction. */
final class SellerCases implements BlockCases {

    private final Quantities<List<ValueDistribution>> quantities = new Quantities<List<ValueDistribution>>()
            .with((types, c) -> moreBidders(types), "expected_revenues")
            .number((types, c) -> prices(types, c), "optimal_expected_revenue")
            .number(
                    (types, c) -> Comparisons.bulowKlemperer(types.get(0), types.size())
                                    .optimal()
                            - PostedPrices.sequential(types).revenue(),
                    "revenue_difference");

    @Override
    public Set<String> blocks() {
        return Set.of("bulow_klemperer", "sequential_offers");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        return quantities.of(AuctionSetting.of(reference.setting()).types(), reference);
    }

    private static Value moreBidders(List<ValueDistribution> types) {
        Comparisons.MoreBidders both = Comparisons.bulowKlemperer(types.get(0), types.size());
        return Value.of(both.oneMoreBidder(), both.optimal());
    }

    private static double prices(List<ValueDistribution> types, ReferenceCase reference) {
        return reference.setting().text("mechanism").contains("anonymous")
                ? PostedPrices.anonymous(types).revenue()
                : PostedPrices.sequential(types).revenue();
    }
}
