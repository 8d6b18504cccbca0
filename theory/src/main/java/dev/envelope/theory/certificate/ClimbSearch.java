package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.BestFirst.Cell;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.certificate.earning.BidPayoff;
import dev.envelope.theory.certificate.earning.Contest;
import dev.envelope.theory.certificate.earning.Cuts;
import dev.envelope.theory.certificate.earning.RivalContest;
import dev.envelope.theory.certificate.earning.Rules;
import dev.envelope.theory.certificate.earning.SecondRival;
import dev.envelope.theory.certificate.earning.UtilityPayoff;
import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The bound on one bidder's gain where earnings are no line in the type: of risk-averse bidders and with a third price. Cells of types
 * are cut until it is close; each is looked at by {@link Climb}, and where that does not get close by {@link BestFirst}.
 */
final class ClimbSearch {

    private static final int FIRST_CELLS = 128;

    /** By how much the excess of the bound is brought down at a time. */
    private static final double STEEPNESS = 8;

    /** How many spans may be looked at for every cell of the effort. */
    private static final int SPANS = 4;

    /** The gain from which {@link BestFirst} is the faster, in units of the range of types. */
    private static final double LARGE = 1e-3;

    /** How many looks at spans of bids {@link BestFirst} may take for every cell of the effort. */
    private static final int LOOKS = 64;

    private static final double CLOSE = 0.02;

    /** At how many types of each rival integrals over bids begin and end. */
    private static final int POINTS = 4096;

    private final int agent;
    private final Trader own;
    private final BidPayoff payoff;
    private final double range;
    private final double doubt;
    private final double bottom;
    private final double top;
    private final FoundGain found;
    private int spans;

    private ClimbSearch(int agent, Traders traders, BidPayoff payoff) {
        this.agent = agent;
        this.own = traders.own();
        this.payoff = payoff;
        this.range = traders.range();
        this.doubt = payoff.doubt() + GainBound.ROUNDING * traders.largestType();
        Contest contest = payoff.contest();
        double lowest = contest.nobody() > 0 ? payoff.least() : Math.max(payoff.least(), contest.lowest());
        if (Double.isInfinite(lowest)) {
            throw new IllegalArgumentException("strategies: nobody bids with probability " + contest.nobody()
                    + " (expected: 0, or a reserve; a lower bid is always better)");
        }
        boolean isSilent = Double.isNaN(own.message(own.upper()));
        double first = isSilent ? lowest : Math.max(payoff.least(), own.message(own.firstActive()));
        this.bottom = Math.min(lowest, first);
        this.top = Math.max(bottom, Math.max(contest.highest(), isSilent ? lowest : own.message(own.upper())));
        this.found = new FoundGain(payoff, own, bottom, top);
    }

    /** Whether this is how gains in {@code game} are bounded. */
    static boolean isFor(BayesianGame game) {
        boolean isPaidAsBid = game.mechanism() instanceof AllPayAuction
                || (Obstacles.isPaidByWinnersAsBid(game.mechanism())
                        && !(game.utility() instanceof ConstantRelativeRiskAversion));
        return game.isRiskNeutral() ? game.mechanism() instanceof ThirdPriceAuction : isPaidAsBid;
    }

    static ClimbSearch of(BayesianGame game, List<? extends BidFunction> strategies, int agent) {
        Traders traders = Traders.of(game, strategies, agent);
        BidPayoff payoff;
        if (game.mechanism() instanceof ThirdPriceAuction) {
            payoff = new SecondRival(traders.laws(), points(traders.rivals()));
        } else {
            Rules rules = Rules.of(game.mechanism(), agent).orElseThrow();
            RivalContest rival = RivalContest.of(game.mechanism(), traders.laws(), true);
            payoff = new UtilityPayoff(rival, game.utility(), rules.allPay(), rules.least(), rival.hasJumps());
        }
        return new ClimbSearch(agent, traders, payoff);
    }

    private static double[] points(List<Trader> rivals) {
        return rivals.stream()
                .distinct()
                .flatMapToDouble(each -> DoubleStream.concat(
                        DoubleStream.iterate(0, k -> k <= POINTS, k -> k + 1)
                                .map(k -> each.message((1 - k / POINTS) * each.lower() + k / POINTS * each.upper())),
                        java.util.Arrays.stream(each.law().breakpoints())))
                .filter(bid -> !Double.isNaN(bid))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Cuts cells until the bound is close to what is found, or there are too many. */
    GainBound bound(Effort effort) {
        double allowed = effort.tolerance() * range;
        List<Cell> looked = new ArrayList<>();
        List<TypeCell> unseen = FirstCells.of(own, payoff.least(), new double[0], FIRST_CELLS);
        for (int k = 0; k < unseen.size(); k += Math.max(1, unseen.size() / FIRST_CELLS)) {
            found.look(unseen.get(k).from());
        }
        double step = Double.POSITIVE_INFINITY;
        boolean isOpen = true;
        while (isOpen) {
            double goal = Math.max(allowed, CLOSE * found.gain());
            step = Math.max(goal, Math.min(step, range) / STEEPNESS);
            for (TypeCell cell : unseen) {
                looked.add(look(cell, found.gain() + step / 4));
            }
            looked.sort(Comparator.comparingDouble(Cell::bound).reversed());
            looked.stream()
                    .limit(4)
                    .forEach(each ->
                            found.look((each.types().from() + each.types().to()) / 2));
            boolean isDone = looked.get(0).bound() <= found.gain() + goal
                    || found.gain() > LARGE * range
                    || looked.size() >= effort.cells()
                    || spans >= SPANS * effort.cells();
            unseen = isDone ? List.of() : parts(looked, found.gain(), step / 2);
            isOpen = !isDone && (!unseen.isEmpty() || step > goal);
        }
        BestFirst rest = new BestFirst(payoff, own, bottom, top);
        looked.forEach(rest::add);
        rest.cut(found, allowed, CLOSE, (long) LOOKS * effort.cells());
        double average = rest.cells().stream()
                .mapToDouble(each -> each.bound()
                        * (own.cdf(each.types().to()) - own.cdf(each.types().from())))
                .sum();
        return new GainBound(
                Math.max(0, found.gain() - doubt),
                rest.bound() + doubt,
                average + doubt,
                agent,
                found.type(),
                found.message(),
                rest.cells().size());
    }

    /** Takes the cells whose bound is too far above {@code gain} out, and cuts them up. */
    private List<TypeCell> parts(List<Cell> looked, double gain, double target) {
        List<TypeCell> parts = new ArrayList<>();
        for (Cell each : looked) {
            int count = Cuts.of(each.bound() - gain, target);
            for (int i = 0; i < count && count > 1; i++) {
                parts.add(each.types().part(i, count, own));
            }
        }
        looked.removeIf(each -> Cuts.of(each.bound() - gain, target) > 1);
        return parts;
    }

    private Cell look(TypeCell cell, double enough) {
        if (cell.isEmpty()) {
            return new Cell(cell, 0);
        }
        double bound = 0;
        if (!(cell.first() >= payoff.least())) {
            TypeCell idle = TypeCell.line(cell.from(), cell.to(), bottom, bottom);
            double above = Math.max(payoff.at(cell.to(), bottom), payoff.above(cell.to(), bottom));
            Climb climb = new Climb(payoff, idle, bottom, top, payoff.utility(0, enough));
            bound = payoff.money(0, climb.up(above));
            spans += climb.spans();
        }
        if (cell.last() >= payoff.least()) {
            double first = cell.first() >= payoff.least() ? cell.first() : bottom;
            TypeCell active = TypeCell.line(cell.from(), cell.to(), first, cell.last());
            double earned = Math.max(payoff.below(cell.to(), cell.last()), payoff.at(cell.to(), cell.last()));
            Climb climb = new Climb(payoff, active, bottom, top, payoff.utility(earned, enough));
            double gain = Math.max(climb.up(), climb.down());
            double widest = payoff.certain(earned + gain) - payoff.certain(climb.least());
            bound = Math.max(bound, Math.min(widest, payoff.money(earned, gain)));
            spans += climb.spans();
        }
        return new Cell(cell, bound);
    }
}
