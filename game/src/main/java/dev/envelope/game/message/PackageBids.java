package dev.envelope.game.message;

import java.util.List;

/**
 * Exclusive-or bids: at most one of them can win.
 *
 * @param bids the bids, each on one package of items
 */
public record PackageBids(List<PackageBid> bids) implements Message {

    /** Copies the list; there is at least one bid. */
    public PackageBids {
        bids = List.copyOf(bids);
        if (bids.isEmpty()) {
            throw new IllegalArgumentException("bids: [] (expected: at least one package bid)");
        }
    }

    /**
     * A bid on one package.
     *
     * @param items the names of the items, without repetition, in the treatment's order
     * @param ticks the amount bid for all of them together, in ticks
     */
    public record PackageBid(List<String> items, long ticks) {

        /** Copies the list; a package has at least one item. */
        public PackageBid {
            items = List.copyOf(items);
            if (items.isEmpty()) {
                throw new IllegalArgumentException("items: [] (expected: at least one item)");
            }
        }
    }

    @Override
    public MessageKind kind() {
        return MessageKind.PACKAGE_BIDS;
    }
}
