package dev.envelope.lab.plot.game;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.roles.CommonValue;
import dev.envelope.lab.game.SolvedGame;
import dev.envelope.lab.game.SolvedGame.Strategy;
import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Dots.Beside;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import dev.envelope.lab.plot.Sampling;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;

/**
 * The bid function of each role, for each unit where several are wanted, with the line on which message and type are equal, and the types beyond which nobody takes part
 * or trades: with values and costs on [0, 1] and k = 1/2 the points 1/4 and 3/4 (Chatterjee &amp; Samuelson 1983).
 */
final class BidFunctions {

    static final String DIAGONAL = "45° line";

    private final SolvedGame solved;
    private final Equilibrium equilibrium;
    private final List<Strategy> strategies;
    private final List<Mark> marks = new ArrayList<>();

    private BidFunctions(SolvedGame solved, Equilibrium equilibrium) {
        this.solved = solved;
        this.equilibrium = equilibrium;
        this.strategies = solved.strategies();
    }

    static List<Picture> of(SolvedGame solved) {
        return solved.solution() instanceof Equilibrium equilibrium
                ? List.of(new BidFunctions(solved, equilibrium).picture())
                : List.of();
    }

    private Picture picture() {
        double from = strategies.stream()
                .mapToDouble(one -> one.values().lower())
                .min()
                .orElseThrow();
        double to = strategies.stream()
                .mapToDouble(one -> one.values().upper())
                .max()
                .orElseThrow();
        marks.add(Line.between(Look.REFERENCE, from, from, to, to).named(DIAGONAL));
        for (int i = 0; i < strategies.size(); i++) {
            draw(strategies.get(i), Look.series(i));
        }
        if (solved.game().bayesian().isPresent()
                && PlottedGame.of(solved).orElseThrow().isBilateral()) {
            endsOfTrade();
        }
        return Picture.of(
                "bids",
                "Bid functions: " + equilibrium.name(),
                Axis.wide(types(), marks),
                Axis.high(messages(), marks),
                marks);
    }

    private void draw(Strategy strategy, Look look) {
        List<Point> points = Sampling.of(
                strategy.bids()::message,
                strategy.values().lower(),
                strategy.values().upper());
        marks.add(new Line(strategy.name(), look, points));
        for (int i = 0; i < points.size(); i++) {
            if (!points.get(i).isGap()) {
                markEnd(look, points, i);
            }
        }
    }

    /** Marks a type next to those that abstain: on one side two gaps, or one at the end; a single gap is a jump. */
    private void markEnd(Look look, List<Point> points, int at) {
        Point point = points.get(at);
        if (at > 0
                && points.get(at - 1).isGap()
                && (at == 1 || points.get(at - 2).isGap())) {
            String label = staysOut() + " below " + Shown.of(point.x());
            marks.add(Dots.one(look, point.x(), point.y(), label, Beside.BELOW_RIGHT));
        }
        int last = points.size() - 1;
        if (at < last
                && points.get(at + 1).isGap()
                && (at + 1 == last || points.get(at + 2).isGap())) {
            String label = staysOut() + " above " + Shown.of(point.x());
            marks.add(Dots.one(look, point.x(), point.y(), label, Beside.ABOVE_LEFT));
        }
    }

    /** The least value that ever trades and the highest cost that does, where not all do. */
    private void endsOfTrade() {
        Strategy buyer = strategies.get(0);
        Strategy seller = strategies.get(1);
        double lowestAsk = seller.bids().message(seller.values().lower());
        double highestBid = buyer.bids().message(buyer.values().upper());
        if (!(highestBid > lowestAsk)) {
            return;
        }
        double value = Bisection.first(
                buyer.values().lower(),
                buyer.values().upper(),
                v -> buyer.bids().message(v) >= lowestAsk);
        double cost = Bisection.first(
                seller.values().lower(),
                seller.values().upper(),
                c -> !(seller.bids().message(c) <= highestBid));
        if (value > buyer.values().lower()) {
            mark(Look.series(0), buyer, value, "no trade below ", Beside.BELOW_RIGHT);
        }
        if (cost < seller.values().upper()) {
            mark(Look.series(1), seller, cost, "no trade above ", Beside.ABOVE_LEFT);
        }
    }

    private void mark(Look look, Strategy strategy, double type, String text, Beside beside) {
        double message = strategy.bids().message(type);
        if (!Double.isNaN(message)) {
            marks.add(Dots.one(look, type, message, text + Shown.of(type), beside));
        }
    }

    private String types() {
        boolean buys = strategies.stream().anyMatch(one -> one.side() != Side.SELLER);
        boolean sells = strategies.stream().anyMatch(one -> one.side() == Side.SELLER);
        return buys && sells ? "value or cost" : buys ? worth() : "cost";
    }

    /** What a bidder's number is. */
    private String worth() {
        if (CommonValue.isOne(solved.treatment().roles().get(0).values())) {
            return CommonValue.wallet(solved.treatment().roles().get(0).values())
                            .isPresent()
                    ? "own wallet"
                    : "signal";
        }
        return switch (solved.treatment().mechanism().type()) {
            case UNIFORM_PRICE, DISCRIMINATORY, MULTI_UNIT_VICKREY -> "value of a unit";
            case PACKAGE_AUCTION -> "value of the wanted package";
            default -> "value";
        };
    }

    private String staysOut() {
        return isOfOffers() ? "declines" : "abstains";
    }

    private boolean isOfOffers() {
        return solved.treatment().mechanism().type() == MechanismType.SEQUENTIAL_OFFERS;
    }

    private String messages() {
        if (isOfOffers()) {
            return "price that is accepted";
        }
        if (solved.game().bayesian().filter(game -> game.mechanism().isDirect()).isPresent()) {
            return "report";
        }
        return types().equals("cost") ? "ask" : types().equals("value or cost") ? "bid or ask" : "bid";
    }
}
