package dev.envelope.lab.reference.units;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.words.PerBidder;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.units.DemandBids;
import dev.envelope.theory.units.DemandReduction;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitsOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bids that are given, and what the auction makes of them.
 *
 * @param bids the marginal values, a schedule per bidder
 * @param auction the rules
 * @param outcome what they make of the bids, ties going to the bidder named first
 */
record GivenUnits(DemandBids bids, MultiUnitAuction auction, UnitsOutcome outcome) {

    static GivenUnits of(DemandBids bids, MultiUnitAuction auction) {
        return new GivenUnits(bids, auction, auction.outcome(bids, TieOrder.byIndex(bids.bidders())));
    }

    /** The outcome, where no draw between equal bids decides it. */
    UnitsOutcome settled() {
        int last = bids.bidders() - 1;
        TieOrder reversed =
                TieOrder.of(IntStream.rangeClosed(0, last).map(i -> last - i).toArray());
        if (!auction.outcome(bids, reversed).units().equals(outcome.units())) {
            throw new IllegalArgumentException("setting.demand_bids: " + bids.schedules()
                    + " (expected: no tie for the last unit, which a draw decides)");
        }
        return outcome;
    }

    /** The bid that is {@code beyond} places after the last unit's, of all in order. */
    double ranked(ReferenceCase reference, int beyond) {
        List<Double> all = bids.schedules().stream()
                .flatMap(List::stream)
                .sorted(Comparator.reverseOrder())
                .toList();
        int place = auction.units() - 1 + beyond;
        if (place >= all.size()) {
            throw reference.setting().wrong("demand_bids", "more than " + place + " of them");
        }
        return all.get(place);
    }

    /** The bids, where they are said to be the values. */
    DemandBids values(ReferenceCase reference) {
        if (reference.setting().text("reports", "truthful").contains("truthful")) {
            return bids;
        }
        throw reference.setting().wrong("reports", "truthful");
    }

    double price(ReferenceCase reference) {
        return outcome.price().orElseThrow(() -> reference.setting().wrong("mechanism", "a uniform price"));
    }

    double welfare(ReferenceCase reference) {
        double total = outcome.revenue();
        for (int i = 0; i < bids.bidders(); i++) {
            total += outcome.payoff(i, values(reference).of(i));
        }
        return total;
    }

    DemandReduction reduction(ReferenceCase reference) {
        int bidder = PerBidder.meant(reference)
                .orElseThrow(() -> reference.at().wrong("bidder", "the bidder meant, from 1"));
        return DemandReduction.of(auction, values(reference), bidder, TieOrder.byIndex(bids.bidders()));
    }
}
