package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.finite.demand.DemandGame;
import dev.envelope.theory.finite.demand.DemandOutcome;
import dev.envelope.theory.finite.demand.DemandType;
import dev.envelope.theory.preference.Utility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What every type of one bidder gets by every message that is tried: on average over the others' types, and at each profile of them. */
final class BidderPlay {

    private final DemandGame game;
    private final int bidder;
    private final List<DemandType> own;
    private final List<List<Double>> messages;
    private final Utility utility;
    private final double rounding;
    private final boolean areBids;

    /** E[u] of each type by each message. */
    private final double[][] payoffs;

    private double paid;
    private double gains;

    /** The largest gain from another message at a profile. */
    final Worst gain = new Worst();

    /** The largest loss at a profile. */
    final Worst loss = new Worst();

    private BidderPlay(
            DemandGame game,
            int bidder,
            List<List<Double>> messages,
            Utility utility,
            double rounding,
            boolean areBids) {
        this.game = game;
        this.bidder = bidder;
        this.own = game.types(bidder);
        this.messages = messages;
        this.utility = utility;
        this.rounding = rounding;
        this.areBids = areBids;
        this.payoffs = new double[own.size()][messages.size()];
    }

    /**
     * What {@code bidder} gets where the others bid their values.
     *
     * @param messages what it may send: first its values, for each type
     * @param rounding the gain in money that counts as none: utility may rise without bound there
     */
    static BidderPlay againstTypes(
            DemandGame game, int bidder, List<List<Double>> messages, Utility utility, double rounding) {
        return new BidderPlay(game, bidder, messages, utility, rounding, false);
    }

    /** The same where what the others send is said of a profile, not their types. */
    static BidderPlay againstBids(
            DemandGame game, int bidder, List<List<Double>> messages, Utility utility, double rounding) {
        return new BidderPlay(game, bidder, messages, utility, rounding, true);
    }

    /** Plays at all profiles; {@code profiles} is shown each at which this bidder bids its values. */
    void play(PlayedDemand profiles) {
        game.eachOthers(bidder, (types, chance) -> look(types, chance, profiles));
    }

    private void look(List<List<Double>> types, double chance, PlayedDemand profiles) {
        List<List<Double>> sent = new ArrayList<>(types);
        double[][] here = new double[own.size()][messages.size()];
        for (int c = 0; c < messages.size(); c++) {
            sent.set(bidder, messages.get(c));
            List<DemandOutcome> outcomes = game.outcomes(sent);
            for (int k = 0; k < own.size(); k++) {
                here[k][c] = utility(outcomes, own.get(k).values());
                payoffs[k][c] += chance * here[k][c];
            }
            if (c < own.size()) {
                types.set(bidder, own.get(c).values());
                prescribed(types, outcomes, chance * own.get(c).chance());
                profiles.look(types, outcomes, chance * own.get(c).chance());
            }
        }
        for (int k = 0; k < own.size(); k++) {
            types.set(bidder, own.get(k).values());
            for (int c = 0; c < messages.size(); c++) {
                List<Double> message = messages.get(c);
                gain.look(here[k][c] - here[k][k], () -> witness(types, Optional.of(message)));
            }
        }
    }

    /** What happens where the bidder bids its values. */
    private void prescribed(List<List<Double>> types, List<DemandOutcome> outcomes, double chance) {
        for (DemandOutcome outcome : outcomes) {
            double share = chance * outcome.chance();
            double worth = outcome.worth(bidder, types.get(bidder));
            gains += share * worth;
            paid += share * outcome.payments().get(bidder);
            loss.look(
                    utility(0) - utility(worth - outcome.payments().get(bidder)),
                    () -> witness(types, Optional.empty()));
        }
    }

    private Witness witness(List<List<Double>> types, Optional<List<Double>> message) {
        List<Double> profile = types.stream().flatMap(List::stream).toList();
        Witness deviation = Witness.of(bidder, types.get(bidder), message, areBids ? List.of() : profile);
        if (!areBids) {
            return deviation;
        }
        List<List<Double>> others = new ArrayList<>(types);
        others.remove(bidder);
        return deviation.whereOthersSendAll(others);
    }

    private double utility(List<DemandOutcome> outcomes, List<Double> values) {
        double sum = 0;
        for (DemandOutcome outcome : outcomes) {
            sum += outcome.chance()
                    * utility(outcome.worth(bidder, values) - outcome.payments().get(bidder));
        }
        return sum;
    }

    private double utility(double money) {
        return utility.of(Math.abs(money) > rounding ? money : 0);
    }

    /** The largest expected gain from another message, with who gains it. */
    Worst regret() {
        Worst regret = new Worst();
        for (int k = 0; k < own.size(); k++) {
            List<Double> type = own.get(k).values();
            for (int c = 0; c < messages.size(); c++) {
                List<Double> message = messages.get(c);
                regret.look(
                        payoffs[k][c] - payoffs[k][k], () -> Witness.of(bidder, type, Optional.of(message), List.of()));
            }
        }
        return regret;
    }

    /** The largest expected loss from taking part. */
    Worst shortfall() {
        Worst shortfall = new Worst();
        for (int k = 0; k < own.size(); k++) {
            List<Double> type = own.get(k).values();
            shortfall.look(-margin(k), () -> Witness.of(bidder, type, Optional.empty(), List.of()));
        }
        return shortfall;
    }

    private double margin(int k) {
        return payoffs[k][k] - utility(0);
    }

    AgentReport report() {
        Worst regret = regret();
        int worst = 0;
        for (int k = 0; k < own.size(); k++) {
            worst = margin(k) < margin(worst) ? k : worst;
        }
        Witness type = Witness.of(bidder, own.get(worst).values(), Optional.empty(), List.of());
        return new AgentReport(
                bidder,
                List.of(),
                new Estimate(regret.amount(), 0, regret.witness()),
                OptionalDouble.empty(),
                Double.NaN,
                Double.NaN,
                new Estimate(margin(worst), 0, type),
                paid,
                gains);
    }
}
