package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.audit.enumeration.EnumeratedAgent;
import dev.envelope.theory.audit.enumeration.PayoffTable;
import dev.envelope.theory.audit.enumeration.ProfileFaults;
import dev.envelope.theory.audit.enumeration.Worst;
import dev.envelope.theory.finite.demand.DemandGame;
import dev.envelope.theory.finite.demand.DemandOutcome;
import dev.envelope.theory.finite.demand.DemandType;
import dev.envelope.theory.preference.Utility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What every type of one bidder gets by every message that is tried: on average over the others' types, and at each profile of them. */
final class BidderPlay implements EnumeratedAgent {

    private final DemandGame game;
    private final int bidder;
    private final List<DemandType> own;
    private final List<List<Double>> messages;
    private final Utility utility;
    private final double rounding;
    private final boolean areBids;
    private final PlayedDemand profiles;

    private final PayoffTable expected;

    private double paid;
    private double gains;

    private final Worst gain = new Worst();
    private final Worst loss = new Worst();

    private BidderPlay(
            DemandGame game,
            int bidder,
            List<List<Double>> messages,
            Utility utility,
            double rounding,
            boolean areBids,
            ProfileFaults faults) {
        this.game = game;
        this.bidder = bidder;
        this.own = game.types(bidder);
        this.messages = messages;
        this.utility = utility;
        this.rounding = rounding;
        this.areBids = areBids;
        this.profiles = new PlayedDemand(game, faults);
        this.expected = new PayoffTable(own.size(), messages.size());
    }

    /**
     * What {@code bidder} gets where the others bid their values.
     *
     * @param messages what it may send: first its values, for each type
     * @param rounding the gain in money that counts as none: utility may rise without bound there
     * @param faults shown each profile at which this bidder bids its values
     */
    static BidderPlay againstTypes(
            DemandGame game,
            int bidder,
            List<List<Double>> messages,
            Utility utility,
            double rounding,
            ProfileFaults faults) {
        return new BidderPlay(game, bidder, messages, utility, rounding, false, faults);
    }

    /** The same where what the others send is said of a profile, not their types. */
    static BidderPlay againstBids(
            DemandGame game, int bidder, List<List<Double>> messages, Utility utility, double rounding) {
        return new BidderPlay(game, bidder, messages, utility, rounding, true, new ProfileFaults());
    }

    /** Plays at all profiles. */
    void play() {
        game.eachOthers(bidder, this::look);
    }

    private void look(List<List<Double>> types, double chance) {
        List<List<Double>> sent = new ArrayList<>(types);
        PayoffTable here = new PayoffTable(own.size(), messages.size());
        for (int c = 0; c < messages.size(); c++) {
            sent.set(bidder, messages.get(c));
            List<DemandOutcome> outcomes = game.outcomes(sent);
            for (int k = 0; k < own.size(); k++) {
                here.set(k, c, utility(outcomes, own.get(k).values()));
            }
            if (c < own.size()) {
                types.set(bidder, own.get(c).values());
                prescribed(types, outcomes, chance * own.get(c).chance());
                profiles.look(types, outcomes, chance * own.get(c).chance());
            }
        }
        expected.add(chance, here);
        here.look(gain, (k, c) -> {
            types.set(bidder, own.get(k).values());
            return witness(types, Optional.of(messages.get(c)));
        });
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

    @Override
    public Worst gain() {
        return gain;
    }

    @Override
    public Worst loss() {
        return loss;
    }

    @Override
    public Worst regret() {
        Worst regret = new Worst();
        expected.look(
                regret, (k, c) -> Witness.of(bidder, own.get(k).values(), Optional.of(messages.get(c)), List.of()));
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
        return expected.prescribed(k) - utility(0);
    }

    @Override
    public double firstBest() {
        return profiles.firstBest();
    }

    @Override
    public double givenUp() {
        return 0;
    }

    @Override
    public AgentReport report() {
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
