package dev.envelope.theory.certificate;

import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.certificate.earning.Contest;
import dev.envelope.theory.certificate.earning.Cuts;
import dev.envelope.theory.certificate.earning.Menu;
import dev.envelope.theory.certificate.earning.OfferRanks;
import dev.envelope.theory.certificate.earning.PoweredContest;
import dev.envelope.theory.certificate.earning.RivalContest;
import dev.envelope.theory.certificate.earning.Rules;
import dev.envelope.theory.certificate.earning.UpperEnvelope;
import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.ScaledBid;
import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The bound on one agent's gain, cell by cell of its messages and types, both cut until it is close. */
final class AgentSearch {

    private static final int FIRST_CELLS = 128;
    private static final int PASSES = 40;

    /** How close the bound should be to the gain found, relative to it, where that is not tiny. */
    private static final double CLOSE = 0.02;

    private final int agent;
    private final Trader own;
    private final Contest rival;
    private final Rules rules;
    private final double range;
    private final double largestType;
    private final double units;
    private double[] bids;
    private List<TypeCell> cells;
    private @Nullable Look last;

    private AgentSearch(int agent, Traders traders, Contest rival, Rules rules, double units) {
        this.units = units;
        this.agent = agent;
        this.own = traders.own();
        this.rival = rival;
        this.rules = rules;
        this.range = traders.range();
        this.largestType = traders.largestType();
        this.bids = firstBids();
        this.cells =
                FirstCells.of(own, rules.least(), rival.breakpoints().sorted().toArray(), FIRST_CELLS);
    }

    static AgentSearch of(BayesianGame game, List<? extends BidFunction> played, int agent) {
        double units = GainBound.units(game);
        List<BidFunction> strategies =
                played.stream().map(bid -> ScaledBid.of(bid, units)).toList();
        Traders traders = Traders.of(game, strategies, agent);
        Rules rules = Rules.of(game.mechanism(), agent).orElseThrow();
        Contest contest = contest(game, strategies, traders, rules, agent);
        if (game.utility() instanceof ConstantRelativeRiskAversion crra) {
            contest = new PoweredContest(contest, 1 / crra.alpha());
        }
        return new AgentSearch(agent, traders, contest, rules, units);
    }

    /** What a message of agent {@code agent} has to beat. */
    static Contest contest(
            BayesianGame game, List<? extends BidFunction> strategies, Traders traders, Rules rules, int agent) {
        return game.mechanism() instanceof KDoubleAuction market
                ? offers(game, strategies, agent, GainBound.isNegated(game, agent) ? 1 - market.k() : market.k())
                : RivalContest.of(game.mechanism(), traders.laws(), rules.silenceLoses());
    }

    /** What an agent of a market meets, whose traders are alike within their sides. */
    private static OfferRanks offers(BayesianGame game, List<? extends BidFunction> strategies, int agent, double k) {
        boolean negated = GainBound.isNegated(game, agent);
        int same = agent;
        int other = agent;
        int sameCount = 0;
        int otherCount = 0;
        for (int j = 0; j < strategies.size(); j++) {
            boolean isOnSameSide = game.mechanism().side(j) == game.mechanism().side(agent);
            int first = isOnSameSide ? agent : other == agent ? j : other;
            if (!game.types().get(j).equals(game.types().get(first))
                    || !strategies.get(j).equals(strategies.get(first))) {
                throw new IllegalArgumentException("strategies: of agents " + first + " and " + j
                        + " differ, or their types do (expected: the same for all on a side)");
            }
            other = isOnSameSide ? other : first;
            sameCount += isOnSameSide && j != agent ? 1 : 0;
            otherCount += isOnSameSide ? 0 : 1;
        }
        Trader ofSame = new Trader(game.types().get(same), strategies.get(same), negated);
        Trader ofOther = new Trader(game.types().get(other), strategies.get(other), negated);
        return new OfferRanks(everPresent(ofSame), sameCount, everPresent(ofOther), otherCount, k);
    }

    private static MessageLaw everPresent(Trader trader) {
        MessageLaw law = trader.law();
        if (law.silent() > 0) {
            throw new IllegalArgumentException("strategies: one abstains with probability " + law.silent()
                    + " (expected: 0, in a market of several)");
        }
        return law;
    }

    private double[] firstBids() {
        boolean isUnopposed = rules.silenceLoses() && rival.nobody() > 0;
        double lowest = isUnopposed ? rules.least() : Math.max(rules.least(), rival.lowest());
        if (Double.isInfinite(lowest)) {
            throw new IllegalArgumentException("strategies: nobody bids with probability " + rival.nobody()
                    + " (expected: 0, or a reserve; a lower bid is always better)");
        }
        double highest = Math.max(lowest, rival.highest());
        double step = (highest - lowest) / FIRST_CELLS;
        DoubleStream even =
                DoubleStream.iterate(0, i -> i <= FIRST_CELLS, i -> i + 1).map(i -> lowest + i * step);
        return DoubleStream.concat(DoubleStream.concat(even, rival.breakpoints()), DoubleStream.of(highest))
                .filter(bid -> bid >= lowest && bid <= highest)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Cuts cells until the bound is close to what is found, or there are too many: from where the call before left them. */
    GainBound bound(Effort effort) {
        double allowed = effort.tolerance() * range;
        Look look = last == null ? look(null) : last;
        for (int pass = 1; pass < PASSES && !isEnough(look.best, allowed, effort.cells()); pass++) {
            double goal = Math.max(allowed, CLOSE * look.best.found());
            int before = bids.length + cells.size();
            bids = look.pass.menu.refined(goal / 4);
            cells = look.pass.refined(goal / 4);
            if (bids.length + cells.size() == before) {
                break;
            }
            look = look(look.best);
        }
        last = look;
        return look.best;
    }

    private boolean isEnough(GainBound best, double allowed, int most) {
        return best.bound() <= best.found() + Math.max(allowed, CLOSE * best.found())
                || Math.max(bids.length, cells.size()) >= most;
    }

    private Look look(@Nullable GainBound before) {
        Pass pass = new Pass(new Menu(rival, rules, bids, largestType));
        return new Look(pass, before == null ? pass.result() : pass.result(before));
    }

    /** A look at all cells, and the best of this one and those before. */
    private record Look(Pass pass, GainBound best) {}

    /** One look at all cells. */
    private final class Pass {

        private final Menu menu;
        private final double[] slacks = new double[cells.size()];
        private double found;
        private double bound;
        private double average;
        private double type;
        private double message;

        Pass(Menu menu) {
            this.menu = menu;
            UpperEnvelope sure = menu.found();
            UpperEnvelope most = menu.bound();
            for (int i = 0; i < slacks.length; i++) {
                TypeCell cell = cells.get(i);
                TypeCell.Earned earned = cell.earned(menu, rival, rules);
                slacks[i] = cell.isEmpty() ? 0 : earned.slack();
                double gain = Math.max(most.at(cell.from()) - earned.start(), most.at(cell.to()) - earned.end());
                bound = Math.max(bound, gain + slacks[i]);
                average += average(
                        cell,
                        most.at(cell.from()) - earned.start() + slacks[i],
                        most.at(cell.to()) - earned.end() + slacks[i]);
                look(sure, cell.from(), earned.start());
                look(sure, cell.to(), earned.end());
            }
        }

        /** The mean over a cell of a line, its types no denser than they can be where the line is high. */
        private double average(TypeCell cell, double start, double end) {
            double mass = own.cdf(cell.to()) - own.cdf(cell.from());
            double width = cell.to() - cell.from();
            double near = mass / own.mostDensity(cell.from(), cell.to()) / 2 / width;
            double share = Math.max(0, Math.min(1, end > start ? 1 - near : near));
            return mass <= 0 ? 0 : mass * Math.max(0, start + share * (end - start));
        }

        private void look(UpperEnvelope sure, double here, double earned) {
            double gain = sure.at(here) - earned;
            if (gain > found) {
                found = gain;
                type = here;
                message = menu.message(sure.nameAt(here));
            }
        }

        GainBound result() {
            double doubt = 2 * menu.doubt() + GainBound.ROUNDING * largestType;
            double sign = own.negated() ? -1 : 1;
            return new GainBound(
                    Math.max(0, found - doubt),
                    bound + doubt,
                    average + doubt,
                    agent,
                    sign * type,
                    sign * message / units,
                    bids.length + cells.size());
        }

        /** With the better of both bounds and of both gains. */
        GainBound result(GainBound before) {
            GainBound now = result();
            GainBound larger = now.found() >= before.found() ? now : before;
            return new GainBound(
                    larger.found(),
                    Math.min(now.bound(), before.bound()),
                    Math.min(now.averageBound(), before.averageBound()),
                    agent,
                    larger.type(),
                    larger.message(),
                    now.cells());
        }

        List<TypeCell> refined(double target) {
            List<TypeCell> finer = new ArrayList<>();
            for (int i = 0; i < slacks.length; i++) {
                int parts = Cuts.of(slacks[i], target);
                for (int part = 0; part < parts; part++) {
                    TypeCell cell = cells.get(i);
                    finer.add(parts == 1 ? cell : cell.part(part, parts, own));
                }
            }
            return finer;
        }
    }
}
