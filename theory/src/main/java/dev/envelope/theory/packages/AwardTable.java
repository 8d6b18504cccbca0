package dev.envelope.theory.packages;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The award of the highest total by dynamic programming (Rothkopf, Peke\u010d &amp; Harstad 1998): for every set of objects that may be left
 * when the bidders before have had their turn, the most that those after can offer together. Checked by
 * {@code WinnerDeterminationTest} against enumeration and against {@link SetPacking}.
 */
final class AwardTable {

    /** The most choices of all bidders with all that may be left to them. */
    private static final long MOST = 200_000;

    private static final long ALL = -1L;

    /** The bidders in the order of ties, and what they offer in that order. */
    private final int[] order;

    private final List<List<PackageBid>> offers = new ArrayList<>();
    private final List<Map<Long, Double>> table = new ArrayList<>();

    /** The table of {@code bids}, whose bidders have their turn in the order of {@code ties}. */
    AwardTable(XorBids bids, TieOrder ties) {
        order = order(bids, ties);
        for (int bidder : order) {
            offers.add(positive(bids.bidders().get(bidder)));
            table.add(new HashMap<>());
        }
    }

    /** Whether there are few enough choices to go through them. */
    static boolean isShort(XorBids bids) {
        double sets = StrictMath.scalb(1.0, bids.items());
        double left = 1;
        double choices = 0;
        for (List<PackageBid> own : bids.bidders()) {
            choices += left * (1 + own.size());
            left = Math.min(left * (1 + own.size()), sets);
        }
        return choices <= MOST;
    }

    /** The award that the order of ties selects. */
    Award first() {
        return award(WinnerDetermination.SAME * most(0, ALL));
    }

    /** An award of the highest total. */
    Award any() {
        return award(0);
    }

    /** The award that accepts whatever comes first, as long as no more than {@code loss} of the highest total is lost by it. */
    private Award award(double loss) {
        List<Optional<PackageBid>> accepted = new ArrayList<>(Collections.nCopies(order.length, Optional.empty()));
        double left = loss;
        long free = ALL;
        for (int k = 0; k < order.length; k++) {
            double most = most(k, free);
            for (PackageBid bid : offers.get(k)) {
                long members = bid.bundle().members();
                boolean fits = (members & ~free) == 0;
                if (fits && most - (bid.amount() + most(k + 1, free & ~members)) <= left) {
                    left -= most - (bid.amount() + most(k + 1, free & ~members));
                    free &= ~members;
                    accepted.set(order[k], Optional.of(bid));
                    break;
                }
            }
            left -= accepted.get(order[k]).isPresent() ? 0 : most - most(k + 1, free);
        }
        return new Award(accepted);
    }

    /** The most that the bidders from the {@code k}-th on can offer together for the objects in {@code free}. */
    private double most(int k, long free) {
        if (k == order.length) {
            return 0;
        }
        Double known = table.get(k).get(free);
        if (known != null) {
            return known;
        }
        double most = most(k + 1, free);
        for (PackageBid bid : offers.get(k)) {
            long members = bid.bundle().members();
            if ((members & ~free) == 0) {
                most = Math.max(most, bid.amount() + most(k + 1, free & ~members));
            }
        }
        table.get(k).put(free, most);
        return most;
    }

    private static int[] order(XorBids bids, TieOrder ties) {
        int[] order = new int[bids.size()];
        for (int i = 0; i < order.length; i++) {
            order[ties.rank(i)] = i;
        }
        return order;
    }

    private static List<PackageBid> positive(List<PackageBid> bids) {
        List<PackageBid> positive = new ArrayList<>(bids);
        positive.removeIf(bid -> bid.amount() == 0);
        return positive;
    }
}
