package dev.envelope.lab.reference;

import dev.envelope.lab.reference.file.Setting;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The auction of one object that a setting describes: who bids and by which rules. */
record AuctionSetting(
        List<String> formats,
        List<ValueDistribution> types,
        OptionalDouble reserve,
        double minimumBid,
        double entryFee,
        double sellerValue,
        Utility utility) {

    static AuctionSetting of(Setting setting) {
        return new AuctionSetting(
                formats(setting),
                types(setting),
                setting.optional("reserve"),
                setting.number("minimum_bid", 0),
                setting.number("entry_fee", 0),
                setting.number("seller_value", 0),
                utility(setting));
    }

    private static List<String> formats(Setting setting) {
        return Arrays.stream(
                        setting.text("mechanism", "").toLowerCase(Locale.ROOT).split("\\|", -1))
                .map(String::trim)
                .toList();
    }

    private static List<ValueDistribution> types(Setting setting) {
        if (!setting.has("bidders")) {
            int n = setting.has("n_bidders") ? setting.count("n_bidders") : setting.count("n", 1);
            return Collections.nCopies(n, setting.distribution("value_distribution"));
        }
        List<ValueDistribution> types = new ArrayList<>();
        for (Setting group : setting.objects("bidders")) {
            types.addAll(Collections.nCopies(group.count("count", 1), group.distribution("value_distribution")));
        }
        return types;
    }

    private static Utility utility(Setting setting) {
        if (!setting.has("utility")) {
            return Utility.riskNeutral();
        }
        Setting utility = setting.object("utility");
        return switch (utility.text("type")) {
            case "CRRA" -> new ConstantRelativeRiskAversion(utility.number("alpha"));
            case "CARA" -> new ConstantAbsoluteRiskAversion(utility.number("lambda"));
            default -> throw utility.wrong("type", "CRRA or CARA");
        };
    }
}
