package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.Setting;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.partnership.PartnershipShares;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The partners and, where they are fixed, their shares.
 *
 * @param types the distribution of what the whole is worth to each
 * @param shares one per partner; empty where they are left open
 * @param setting the whole setting
 */
record PartnershipSetting(List<ValueDistribution> types, Optional<List<Double>> shares, Setting setting) {

    PartnershipShares partners() {
        return new PartnershipShares(
                types, shares.orElseThrow(() -> new IllegalArgumentException("shares: open (expected: stated ones)")));
    }

    /** The largest share of the first partner with which the firm can be dissolved. */
    double largestFirstShare() {
        if (shares.isPresent()) {
            throw setting.wrong("model", "shares that are not fixed, of which the largest is asked for");
        }
        return PartnershipShares.largestFirstShare(types);
    }

    /** Bids are known of partners that share alike. */
    void requireEqualShares() {
        List<Double> equal = Collections.nCopies(types.size(), 1.0 / types.size());
        if (!shares.equals(Optional.of(equal))) {
            throw new IllegalArgumentException(
                    "shares: " + shares.map(List::toString).orElse("open") + " (expected: equal ones, for bids)");
        }
    }

    /** The efficient mechanism that {@code mechanism} names, in small letters. */
    EfficientGame game(String mechanism) {
        PartnershipShares partners = partners();
        ObjectAllocation choice = ObjectAllocation.always(types);
        List<OutsideOption> options =
                partners.shares().stream().map(OutsideOption::share).toList();
        EfficientMechanism rules = switch (mechanism) {
            case "agv", "agv (expected externality)", "expected externality" -> new ExpectedExternality(choice);
            case "vcg" -> partners.vcg();
            case "plain vcg" -> VcgMechanism.plain(choice);
            case "krishna-perry", "balanced", "krishna-perry balanced", "balanced and individually rational" ->
                partners.dissolution();
            default ->
                VcgWords.of(mechanism, choice, options)
                        .orElseThrow(() -> setting.wrong(
                                "mechanism",
                                "winner pays loser's bid, winner pays winner's bid, AGV, balanced, or VCG with optimal basis,"
                                        + " basis NUMBER or lowest-type basis"));
        };
        return EfficientGame.of(rules, choice, options);
    }
}
