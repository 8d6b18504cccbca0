package dev.envelope.theory.packages;

import java.util.List;

/**
 * Every bidder's offers, of which at most one is accepted (Nisan 2006). Larger instances than {@value #MAX_ITEMS} objects and
 * {@value #MAX_BIDS} offers are refused rather than left to run.
 *
 * @param items how many different objects there are
 * @param bidders the offers of each bidder; no list, no part
 */
public record XorBids(int items, List<List<PackageBid>> bidders) {

    /** The most objects. */
    public static final int MAX_ITEMS = 40;

    /** The most offers of all bidders together. */
    public static final int MAX_BIDS = 300;

    /** Copies the lists and checks the size. */
    public XorBids {
        bidders = bidders.stream().map(List::copyOf).toList();
        require(items >= 1 && items <= MAX_ITEMS, "items", items, "1 to " + MAX_ITEMS);
        require(!bidders.isEmpty(), "bidders", "[]", "at least one");
        int bids = 0;
        for (List<PackageBid> own : bidders) {
            bids += own.size();
        }
        require(bids <= MAX_BIDS, "bids", bids, "at most " + MAX_BIDS);
        for (int i = 0; i < bidders.size(); i++) {
            for (PackageBid bid : bidders.get(i)) {
                if (bid.bundle().span() > items) {
                    require(false, "bids[" + i + "]", bid.bundle(), "objects from 0 to " + (items - 1));
                }
            }
        }
    }

    /** How many bidders there are. */
    public int size() {
        return bidders.size();
    }

    /** The same offers without those of bidder {@code bidder}, which stays in the list. */
    XorBids without(int bidder) {
        return with(bidder, List.of());
    }

    /** The same offers, those of bidder {@code bidder} replaced. */
    XorBids with(int bidder, List<PackageBid> bids) {
        List<List<PackageBid>> replaced = new java.util.ArrayList<>(bidders);
        replaced.set(bidder, bids);
        return new XorBids(items, replaced);
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
