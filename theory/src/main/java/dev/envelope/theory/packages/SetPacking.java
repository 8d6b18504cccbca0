package dev.envelope.theory.packages;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/**
 * The award of the highest total as a set-packing program, solved exactly by branch and bound (Lehmann, Müller &amp; Sandholm
 * 2006). On one thread and without a limit of time, so that equal bids give equal awards. For more offers than an {@link AwardTable}
 * can hold. Checked by {@code WinnerDeterminationTest} against that table.
 */
final class SetPacking {

    /** As many offers as are gone through one by one. */
    private static final int FEW = 5;

    private static final NumberContext GAP = NumberContext.of(13, 13);

    private final XorBids bids;
    private final List<Offer> offers = new ArrayList<>();
    private final double scale;

    SetPacking(XorBids bids, TieOrder ties) {
        this.bids = bids;
        for (int i = 0; i < bids.size(); i++) {
            for (PackageBid bid : bids.bidders().get(i)) {
                if (bid.amount() > 0) {
                    offers.add(new Offer(i, bid));
                }
            }
        }
        offers.sort(Comparator.comparingInt(offer -> ties.rank(offer.bidder())));
        scale = offers.stream().mapToDouble(Offer::amount).max().orElse(1);
    }

    /** The award that the order of ties selects. */
    Award first() {
        return award(first(solve(offers)));
    }

    /** An award of the highest total, whichever. */
    Award any() {
        return award(solve(offers));
    }

    /** The first award in the order of ties that is as good as {@code best}. */
    private List<Offer> first(List<Offer> best) {
        double least = total(best) * (1 - WinnerDetermination.SAME);
        if (total(solve(offers, best)) < least) {
            return best;
        }
        List<Offer> selected = best;
        List<Offer> chosen = new ArrayList<>();
        List<Offer> open = new ArrayList<>(offers);
        while (!open.isEmpty()) {
            Offer next = open.remove(0);
            List<Offer> tried = selected.contains(next) ? selected : including(chosen, next, open);
            if (total(tried) >= least) {
                selected = tried;
                chosen.add(next);
                open.removeIf(next::excludes);
            }
        }
        return selected;
    }

    /** The best award that accepts {@code chosen} and {@code next}, and beyond them only offers that are {@code open}. */
    private List<Offer> including(List<Offer> chosen, Offer next, List<Offer> open) {
        List<Offer> accepted = new ArrayList<>(chosen);
        accepted.add(next);
        accepted.addAll(
                solve(open.stream().filter(offer -> !next.excludes(offer)).toList()));
        return accepted;
    }

    private List<Offer> solve(List<Offer> among) {
        return among.size() <= FEW ? best(among, List.of(), Optional.empty()) : accepted(model(among), among);
    }

    /** The best of all awards that accept {@code chosen} and any of {@code among}, by going through them; not {@code excluded}. */
    private static List<Offer> best(List<Offer> among, List<Offer> chosen, Optional<List<Offer>> excluded) {
        boolean isExcluded = excluded.isPresent()
                && excluded.get().size() == chosen.size()
                && excluded.get().containsAll(chosen);
        List<Offer> best = isExcluded ? List.of() : chosen;
        for (int j = 0; j < among.size(); j++) {
            Offer next = among.get(j);
            List<Offer> more = new ArrayList<>(chosen);
            more.add(next);
            List<Offer> open = among.subList(j + 1, among.size()).stream()
                    .filter(offer -> !next.excludes(offer))
                    .toList();
            List<Offer> found = best(open, more, excluded);
            best = total(found) > total(best) ? found : best;
        }
        return best;
    }

    /** The best award apart from {@code other}. */
    private List<Offer> solve(List<Offer> among, List<Offer> other) {
        if (among.size() <= FEW) {
            return best(among, List.of(), Optional.of(other));
        }
        ExpressionsBasedModel model = model(among);
        Expression different = model.newExpression("different").upper(other.size() - 1L);
        for (int j = 0; j < among.size(); j++) {
            different.set(j, other.contains(among.get(j)) ? 1L : -1L);
        }
        return accepted(model, among);
    }

    private ExpressionsBasedModel model(List<Offer> among) {
        Optimisation.Options options = new Optimisation.Options();
        options.time_abort = Long.MAX_VALUE;
        options.time_suffice = Long.MAX_VALUE;
        options.iterations_abort = Integer.MAX_VALUE;
        options.iterations_suffice = Integer.MAX_VALUE;
        options.integer(
                IntegerStrategy.newConfigurable().withParallelism(() -> 1).withGapTolerance(GAP));
        ExpressionsBasedModel model = new ExpressionsBasedModel(options);
        for (int j = 0; j < among.size(); j++) {
            model.newVariable("offer " + j).binary().weight(among.get(j).amount() / scale);
        }
        for (int item = 0; item < bids.items(); item++) {
            int object = item;
            atMostOne(
                    model,
                    "object " + item,
                    among,
                    offer -> offer.bid().bundle().has(object));
        }
        for (int bidder = 0; bidder < bids.size(); bidder++) {
            int one = bidder;
            atMostOne(model, "bidder " + bidder, among, offer -> offer.bidder() == one);
        }
        return model;
    }

    private static void atMostOne(
            ExpressionsBasedModel model, String name, List<Offer> among, java.util.function.Predicate<Offer> which) {
        if (among.stream().filter(which).count() > 1) {
            Expression row = model.newExpression(name).upper(1L);
            for (int j = 0; j < among.size(); j++) {
                if (which.test(among.get(j))) {
                    row.set(j, 1L);
                }
            }
        }
    }

    private static List<Offer> accepted(ExpressionsBasedModel model, List<Offer> among) {
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            return List.of();
        }
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("winner determination: " + result.getState() + " (expected: optimal)");
        }
        List<Offer> accepted = new ArrayList<>();
        for (int j = 0; j < among.size(); j++) {
            if (result.doubleValue(j) > 0.5) {
                accepted.add(among.get(j));
            }
        }
        return accepted;
    }

    private static double total(List<Offer> accepted) {
        return accepted.stream().mapToDouble(Offer::amount).sum();
    }

    private Award award(List<Offer> accepted) {
        List<Optional<PackageBid>> each = new ArrayList<>();
        for (int i = 0; i < bids.size(); i++) {
            int bidder = i;
            each.add(accepted.stream()
                    .filter(offer -> offer.bidder() == bidder)
                    .map(Offer::bid)
                    .findFirst());
        }
        return new Award(each);
    }

    /** An offer and who makes it. */
    private record Offer(int bidder, PackageBid bid) {

        double amount() {
            return bid.amount();
        }

        /** Whether both cannot be accepted. */
        boolean excludes(Offer other) {
            return bidder == other.bidder || bid.bundle().meets(other.bid.bundle());
        }
    }
}
