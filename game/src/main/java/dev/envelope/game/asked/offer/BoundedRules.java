package dev.envelope.game.asked.offer;

import dev.envelope.theory.capped.CappedSecondPrice;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.units.CappedUnitDemand;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Optional;
import java.util.OptionalDouble;

/** Bounds of messages as rules of the auction: the same game, where who may bid nothing else may still abstain. */
final class BoundedRules {

    private BoundedRules() {}

    /** {@code game} where messages are from {@code lowest} to {@code highest}, as far as other rules say that. */
    static BayesianGame of(BayesianGame game, double lowest, double highest) {
        double least = game.types().stream()
                .mapToDouble(ValueDistribution::lower)
                .min()
                .orElseThrow();
        double most = game.types().stream()
                .mapToDouble(ValueDistribution::upper)
                .max()
                .orElseThrow();
        Mechanism free = game.mechanism();
        Mechanism bounded = highest < most
                ? capped(free, least, lowest, highest).orElseGet(() -> raised(free, least, lowest))
                : raised(free, least, lowest);
        return bounded.equals(free) ? game : new BayesianGame(bounded, game.types(), game.utility());
    }

    /**
     * {@code free} with a highest bid, where it pays to bid the value or that; empty for other auctions. Bids from the least value on are
     * what the truth needs.
     */
    private static Optional<Mechanism> capped(Mechanism free, double least, double lowest, double highest) {
        if (free instanceof SecondPriceAuction auction) {
            double from = Math.max(least, lowest);
            double reserve = auction.reserve().orElse(from);
            return Optional.of(
                    highest > reserve && reserve >= from ? new CappedSecondPrice(auction, highest) : auction);
        }
        if (free instanceof UnitDemandAuction units && isRivalsBidPaid(units.auction())) {
            double reserve = Math.max(least, units.auction().reserve());
            return Optional.of(highest > reserve && reserve >= lowest ? new CappedUnitDemand(units, highest) : units);
        }
        return Optional.empty();
    }

    private static boolean isRivalsBidPaid(MultiUnitAuction auction) {
        return auction.pricing() == UnitPricing.VICKREY || auction.pricing() == UnitPricing.HIGHEST_REJECTED;
    }

    /** Whether whoever enters alone would bid ever less if no least bid were admitted. */
    private static boolean isUnboundedBelow(Mechanism auction) {
        return auction instanceof FirstPriceAuction first && first.reserve().isEmpty();
    }

    /** Where bids are what is paid, none below the lowest counts. */
    private static Mechanism raised(Mechanism mechanism, double least, double lowest) {
        if (mechanism instanceof EntryFeeAuction entry) {
            Mechanism raised = isUnboundedBelow(entry.auction()) && lowest >= Math.min(0, least)
                    ? FirstPriceAuction.of(entry.agents(), OptionalDouble.of(lowest))
                    : raised(entry.auction(), least, lowest);
            return raised.equals(entry.auction()) ? entry : EntryFeeAuction.of(raised, entry.fee());
        }
        if (mechanism instanceof FirstPriceAuction first
                && lowest > first.reserve().orElse(least)) {
            return FirstPriceAuction.of(first.agents(), OptionalDouble.of(lowest));
        }
        return mechanism instanceof AllPayAuction allPay && lowest > allPay.minimumBid()
                ? new AllPayAuction(allPay.agents(), lowest)
                : mechanism;
    }
}
