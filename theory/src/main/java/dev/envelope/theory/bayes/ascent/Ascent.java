package dev.envelope.theory.bayes.ascent;

import dev.envelope.theory.bayes.shooting.BidderKind;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Bids that meet the first-order conditions of a third-price auction among bidders of several kinds whose lowest type is the same, from
 * that type upwards. What happens below a bid decides what it costs to beat those who send it, so that nothing above enters; errors at
 * the start die out on the way up.
 *
 * <p>A kind runs out when its highest type is reached. If one bidder is left then, it may bid anything higher, provided that nobody else
 * wants to beat it; the slope is kept on. If two are left they have no best bids: the price is a lower bid than both of theirs, so that types
 * who would pay it outbid each other without end. Three or more go on where the conditions hold among them too, their
 * bids leaping. So there are bids where all distributions are one, cut off above at different types of which not exactly two bidders
 * exceed any, and where one bidder is strong enough among others that are alike. Where a bidder beats alike ones of higher types that send
 * its bid, what is below does not determine what is above, and errors grow: none are found then, though there may be some.
 *
 * <p>That nobody gains by another bid has to be verified. Checked by {@code AscentTest}.
 */
public final class Ascent {

    /** Where the path begins, in units of the range of types above the lowest. */
    private static final double START = 1e-5;

    private static final double STEP = 0.02;
    private static final double SHORTEST = 1e-8;
    private static final double LEFT = 1e-7;

    /** How far from holding a condition may be where bidders run out, in units of the range of types. */
    private static final double BALANCED = 1e-6;

    private final List<BidderKind> kinds;
    private final double lowest;
    private final double range;
    private final List<AscentPoint> path = new ArrayList<>();
    private final int[] ends;
    private final Optional<String> obstacle;
    private int[] active;

    private Ascent(List<BidderKind> kinds) {
        this.kinds = kinds;
        this.lowest = kinds.get(0).type().lower();
        this.range =
                kinds.stream().mapToDouble(kind -> kind.type().upper()).max().orElseThrow() - lowest;
        this.active = IntStream.range(0, kinds.size()).toArray();
        this.ends = new int[kinds.size()];
        this.obstacle = climbed();
    }

    /**
     * The bids of {@code kinds}.
     *
     * @param kinds all bidders, at least three, with the same lowest type
     */
    public static Ascent of(List<BidderKind> kinds) {
        if (kinds.stream().mapToInt(BidderKind::count).sum() < 3
                || kinds.stream()
                        .anyMatch(kind ->
                                kind.type().lower() != kinds.get(0).type().lower())) {
            throw new IllegalArgumentException(
                    "kinds: " + kinds + " (expected: at least three bidders, all with the same lowest type)");
        }
        return new Ascent(List.copyOf(kinds));
    }

    /** Why no bids were found; empty where they were. */
    public Optional<String> obstacle() {
        return obstacle;
    }

    private Optional<String> climbed() {
        AscentPoint at = new Balance(kinds, active, highest()).start(START * range);
        path.add(new AscentPoint(0, new double[kinds.size()], at.prices()));
        path.add(at);
        while (bidders() > 2) {
            Balance balance = new Balance(kinds, active, highest());
            boolean isFirst = true;
            while (balance.active().length == active.length) {
                Optional<RadauStep.Taken> step = step(balance, at);
                boolean isLeaping = isFirst && active.length < kinds.size();
                if (step.isEmpty() || !isRising(at, step.get(), isLeaping)) {
                    return Optional.of("followed from the lowest type up, bids that rise with types end at "
                            + (lowest + at.bid()) + ", the bid of " + named(at));
                }
                if (isLeaping) {
                    path.add(at.at(step.get().first()));
                }
                isFirst = false;
                at = step.get().end();
                path.add(at);
                runOut(at);
            }
            Optional<String> unbalanced = unbalanced(at);
            if (unbalanced.isPresent()) {
                return unbalanced;
            }
        }
        return Optional.empty();
    }

    private int bidders() {
        return IntStream.of(active).map(k -> kinds.get(k).count()).sum();
    }

    /** The kind that bids on whose highest type is the highest. */
    private int highest() {
        int highest = active[0];
        for (int k : active) {
            highest = kinds.get(k).type().upper() > kinds.get(highest).type().upper() ? k : highest;
        }
        return highest;
    }

    private double top(int kind) {
        return kinds.get(kind).type().upper() - lowest;
    }

    /** A step that ends at the latest where a kind runs out. */
    private Optional<RadauStep.Taken> step(Balance balance, AscentPoint at) {
        double rest = StrictMath.log(top(balance.reference()) / at.type(balance.reference()));
        double width = Math.min(STEP, rest);
        while (width > Math.min(SHORTEST, rest / 2)) {
            Optional<RadauStep.Taken> step = new RadauStep(balance, at, width).taken();
            double share = step.isEmpty() ? 0.5 : 1;
            for (int k : active) {
                double rise = step.isEmpty() ? 0 : step.get().end().type(k) - at.type(k);
                double room = top(k) - at.type(k);
                share = rise > room + LEFT * range / 4 ? Math.min(share, Math.max(0.01, room / rise)) : share;
            }
            if (share == 1) {
                return step;
            }
            width *= share;
        }
        return Optional.empty();
    }

    private boolean isRising(AscentPoint at, RadauStep.Taken step, boolean isLeaping) {
        boolean isRising = step.end().bid() >= at.bid() && (!isLeaping || step.first() >= at.bid());
        for (int k : active) {
            isRising &= step.end().type(k) > at.type(k);
        }
        return isRising;
    }

    private void runOut(AscentPoint at) {
        active = IntStream.of(active)
                .filter(k -> top(k) - at.type(k) > LEFT * range)
                .toArray();
        for (int k : active) {
            ends[k] = path.size();
        }
    }

    /** What is wrong where a kind has run out. */
    private Optional<String> unbalanced(AscentPoint at) {
        if (bidders() == 2) {
            return Optional.of("above a bid of " + (lowest + at.bid()) + " only two bidders are left, of whom "
                    + named(at) + " send it" + ": the third bid, which they pay, is below all of"
                    + " theirs, and each outbids the other without end");
        }
        for (int l : active) {
            for (int k = 0; k < kinds.size(); k++) {
                boolean isLeft = top(k) - at.type(k) > LEFT * range && bidders() > 1;
                boolean isMet = k != l || (kinds.get(k).count() > 1);
                double gain = isMet ? at.type(k) - at.price(k, l) : 0;
                if (gain > BALANCED * range || (isLeft && gain < -BALANCED * range)) {
                    return Optional.of(
                            "above a bid of " + (lowest + at.bid()) + ", where all types of some bidders bid less,"
                                    + " a value of " + (lowest + at.type(k)) + " from "
                                    + kinds.get(k).type()
                                    + (gain > 0 ? " would outbid" : " would not outbid") + " those from "
                                    + kinds.get(l).type() + " who are left");
                }
            }
        }
        return Optional.empty();
    }

    private String named(AscentPoint at) {
        return IntStream.of(active)
                .mapToObj(k -> "a value of " + (lowest + at.type(k)) + " from "
                        + kinds.get(k).type())
                .collect(Collectors.joining(" and "));
    }

    /** The bid function of kind {@code kind}, in the order in which they were given. */
    public PiecewiseLinearBid strategy(int kind) {
        if (obstacle.isPresent()) {
            throw new IllegalStateException("there are no bids: " + obstacle.get());
        }
        int last = Math.min(path.size() - 1, ends[kind]);
        boolean isAlone = top(kind) - path.get(last).type(kind) > LEFT * range;
        double[] types = new double[last + (isAlone ? 2 : 1)];
        double[] bids = new double[types.length];
        for (int i = 0; i <= last; i++) {
            types[i] = lowest + path.get(i).type(kind);
            bids[i] = lowest + path.get(i).bid();
        }
        if (isAlone) {
            AscentPoint end = path.get(last);
            int first = last - 1;
            while (first > 1 && end.type(kind) - path.get(first).type(kind) < STEP * range) {
                first--;
            }
            AscentPoint before = path.get(first);
            double slope = (end.bid() - before.bid()) / (end.type(kind) - before.type(kind));
            types[last + 1] = lowest + top(kind);
            bids[last + 1] = bids[last] + slope * (top(kind) - end.type(kind));
        } else {
            types[last] = lowest + top(kind);
        }
        return PiecewiseLinearBid.of(types, bids);
    }
}
