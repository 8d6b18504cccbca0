package dev.envelope.lab.reference.sale;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.auction.PlayedAuction;
import dev.envelope.lab.reference.auction.PlayedAuctions;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Auctions of one object among bidders with independent private values. */
public final class AuctionCases implements BlockCases {

    /** How far formats may be apart that a case holds to be the same, relative to the largest value. */
    private static final double SAME = 1e-9;

    private static final String[] AT = {"value", "x", "type", "v", "bid", "b", "bidder", "group", "interval", "flat"};

    private static final List<String> COMPARED =
            List.of("revenue_difference", "expected_revenue_difference", "revenue_gap", "revenue_ranking_difference");
    private static final Pattern FIRST_PRICE = Pattern.compile("first|fpa|fpsb");
    private static final Pattern SECOND_PRICE = Pattern.compile("second|spa|spsb|vickrey");

    private static final Pattern WITHOUT_SELLER =
            Pattern.compile(".*(welfare|efficien|total_surplus|social|misallocation|deadweight|gains|first_best"
                    + "|winner\\w*highest_value).*");

    private final PlayedAuctions played = new PlayedAuctions();

    @Override
    public Set<String> blocks() {
        return Set.of("symmetric_ipv", "risk_aversion", "optimal_auction", "ironing", "krishna_5_2", "asymmetric_fpa");
    }

    @Override
    public Value evaluate(ReferenceCase asked) {
        Optional<Value> ofFinitelyMany = FiniteAuction.of(asked);
        if (ofFinitelyMany.isPresent()) {
            return ofFinitelyMany.get();
        }
        ReferenceCase reference = ProfileQuantities.areMeant(asked)
                ? asked
                : Quantities.understood(
                        asked,
                        AuctionTotals.QUANTITIES,
                        BidderQuantities.QUANTITIES,
                        DesignQuantities.KNOWN,
                        RevenueVariance.QUANTITIES);
        // Krishna's exercise names its bidders' distributions by k as well.
        Fields.only(reference.setting(), AuctionSetting.FIELDS, "k");
        AuctionSetting setting = AuctionSetting.of(reference.setting());
        if (ProfileQuantities.areMeant(reference)) {
            Fields.only(reference.at(), "values", "types", "profile", "bidder");
            return agreed(
                    setting,
                    reference,
                    setting.formats().stream()
                            .map(format -> setting.with(format, setting.reserve()))
                            .map(one -> ProfileQuantities.of(one, played.of(one).get(0), reference))
                            .toList());
        }
        Fields.only(reference.at(), AT);
        if (COMPARED.contains(reference.quantity().name())) {
            return compared(setting, reference);
        }
        if (setting.sellerValue() != 0
                && WITHOUT_SELLER.matcher(reference.quantity().name()).matches()) {
            throw new IllegalArgumentException("setting.seller_value: " + setting.sellerValue() + " (expected: 0, for "
                    + reference.quantity() + " may count it or not)");
        }
        Optional<Value> designed = DesignQuantities.of(setting, reference);
        if (designed.isPresent()) {
            return designed.get();
        }
        if (RevenueVariance.QUANTITIES.know(reference)) {
            return agreed(
                    setting,
                    reference,
                    setting.formats().stream()
                            .map(format -> setting.with(format, setting.reserve()))
                            .map(one -> RevenueVariance.of(one, played.of(one).get(0), reference))
                            .toList());
        }
        Quantities<PlayedAuction> known =
                AuctionTotals.QUANTITIES.know(reference) ? AuctionTotals.QUANTITIES : BidderQuantities.QUANTITIES;
        if (!known.know(reference)) {
            throw reference.unknownQuantity(names());
        }
        return agreed(
                setting,
                reference,
                played.of(setting).stream().map(a -> known.of(a, reference)).toList());
    }

    /** What the first of two formats earns beyond the second, in the order in which brackets name them. */
    private Value compared(AuctionSetting setting, ReferenceCase reference) {
        String text = reference.quantity().text().toLowerCase(Locale.ROOT);
        Matcher first = FIRST_PRICE.matcher(text);
        Matcher second = SECOND_PRICE.matcher(text);
        boolean isNamed = first.find() && second.find();
        if (!isNamed) {
            throw new IllegalArgumentException("quantity: " + reference.quantity()
                    + " (expected: the two formats, as in (first_price - second_price))");
        }
        double difference = revenue(setting, "first_price") - revenue(setting, "second_price");
        return Value.of(first.start() < second.start() ? difference : -difference);
    }

    private double revenue(AuctionSetting setting, String format) {
        return played.of(setting.with(format, setting.reserve())).get(0).revenue();
    }

    /** The quantity in every format that the setting names; refused where they differ. */
    private static Value agreed(AuctionSetting setting, ReferenceCase reference, List<Value> values) {
        double scale = setting.types().stream()
                .mapToDouble(ValueDistribution::upper)
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (Value value : values) {
            if (!(value.distance(values.get(0)) <= SAME * scale)) {
                throw new IllegalArgumentException("setting.mechanism: " + String.join("|", setting.formats())
                        + " (expected: formats with the same " + reference.quantity() + ", not " + values + ")");
            }
        }
        return values.get(0);
    }

    private List<String> names() {
        return Stream.of(
                        AuctionTotals.QUANTITIES.names(),
                        RevenueVariance.QUANTITIES.names(),
                        BidderQuantities.QUANTITIES.names(),
                        DesignQuantities.names())
                .flatMap(List::stream)
                .toList();
    }
}
