package dev.envelope.theory.packages;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Every award of a small instance, one by one. */
final class Enumeration {

    private Enumeration() {}

    /** The highest total of the offers {@code of}. */
    static double best(XorBids bids, List<List<PackageBid>> of) {
        return awards(new XorBids(bids.items(), of)).stream()
                .mapToDouble(Award::welfare)
                .max()
                .orElseThrow();
    }

    /** Among the awards of the highest total, the one that accepts the first offer in the order of ties that not all accept. */
    static Award first(XorBids bids, TieOrder ties) {
        double most = best(bids, bids.bidders());
        List<Award> left = new ArrayList<>(awards(bids));
        left.removeIf(award -> award.welfare() < most - 1e-9);
        int[] order = IntStream.range(0, bids.size())
                .boxed()
                .sorted((a, b) -> Integer.compare(ties.rank(a), ties.rank(b)))
                .mapToInt(i -> i)
                .toArray();
        for (int bidder : order) {
            for (PackageBid bid : bids.bidders().get(bidder)) {
                Optional<PackageBid> accepted = Optional.of(bid);
                if (left.stream().anyMatch(award -> award.accepted().get(bidder).equals(accepted))) {
                    left.removeIf(award -> !award.accepted().get(bidder).equals(accepted));
                }
            }
        }
        return left.get(0);
    }

    static List<Award> awards(XorBids bids) {
        List<Award> awards = new ArrayList<>();
        extend(bids, List.of(), 0, awards);
        return awards;
    }

    private static void extend(XorBids bids, List<Optional<PackageBid>> some, long given, List<Award> awards) {
        if (some.size() == bids.size()) {
            awards.add(new Award(some));
            return;
        }
        List<Optional<PackageBid>> choices = new ArrayList<>(List.of(Optional.empty()));
        bids.bidders().get(some.size()).forEach(bid -> choices.add(Optional.of(bid)));
        for (Optional<PackageBid> choice : choices) {
            long members = choice.map(b -> b.bundle().members()).orElse(0L);
            if ((given & members) == 0) {
                List<Optional<PackageBid>> more = new ArrayList<>(some);
                more.add(choice);
                extend(bids, more, given | members, awards);
            }
        }
    }
}
