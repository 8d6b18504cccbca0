package dev.envelope.theory.packages;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Different objects, offers for packages of them, and the award of the highest total (Cramton, Shoham &amp; Steinberg,
 * <i>Combinatorial Auctions</i>, 2006).
 *
 * @param pricing what winners pay
 */
public record PackageAuction(PackagePricing pricing) {

    /** Who gets what and pays how much; equal totals as {@code ties} decides. */
    public PackageOutcome outcome(XorBids bids, TieOrder ties) {
        Award award = award(bids, ties);
        return new PackageOutcome(award, payments(bids, award));
    }

    /**
     * The award of the highest total.
     *
     * @throws IllegalArgumentException when {@code ties} does not rank as many bidders as there are
     */
    public static Award award(XorBids bids, TieOrder ties) {
        return WinnerDetermination.award(bids, ties);
    }

    private List<Double> payments(XorBids bids, Award award) {
        return switch (pricing) {
            case PAY_AS_BID -> offers(award);
            case VCG -> vickrey(bids, award);
            case NEAREST_VCG, NEAREST_ZERO, NEAREST_BID, PROPORTIONAL -> {
                CorePayments core = new CorePayments(bids, award, vickrey(bids, award));
                yield core.nearest(reference(award, core));
            }
        };
    }

    private List<Double> reference(Award award, CorePayments core) {
        return switch (pricing) {
            case PAY_AS_BID, NEAREST_BID -> offers(award);
            case VCG, NEAREST_VCG -> core.vickrey();
            case NEAREST_ZERO -> award.accepted().stream().map(bid -> 0.0).toList();
            case PROPORTIONAL -> {
                double share = award.welfare() == 0 ? 0 : core.minimumRevenue() / award.welfare();
                yield offers(award).stream().map(offer -> share * offer).toList();
            }
        };
    }

    private static List<Double> offers(Award award) {
        List<Double> offers = new ArrayList<>();
        for (int i = 0; i < award.accepted().size(); i++) {
            offers.add(award.amount(i));
        }
        return offers;
    }

    /** W(without i) − (W − b_i), within 0 and b_i. */
    private static List<Double> vickrey(XorBids bids, Award award) {
        List<Double> payments = new ArrayList<>();
        for (int i = 0; i < bids.size(); i++) {
            double offer = award.amount(i);
            double harm =
                    award.isWinner(i) ? WinnerDetermination.welfare(bids.without(i)) - (award.welfare() - offer) : 0;
            payments.add(Math.max(0, Math.min(offer, harm)));
        }
        return payments;
    }
}
