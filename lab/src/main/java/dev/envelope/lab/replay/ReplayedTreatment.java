package dev.envelope.lab.replay;

import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.plan.Treatment;
import dev.envelope.lab.verification.SampleMoments;
import dev.envelope.lab.verification.TreatmentStatistics;
import java.util.List;

/** One treatment as it was recorded and as it was replayed, market by market, in points. */
public final class ReplayedTreatment {

    private final TreatmentStatistics recorded;
    private final TreatmentStatistics replayed;
    private final SampleMoments revenueGained = new SampleMoments();

    /** Nothing compared yet. */
    ReplayedTreatment(Treatment before, Treatment after) {
        this.recorded = new TreatmentStatistics(before);
        this.replayed = new TreatmentStatistics(after);
    }

    void add(List<Outcome> before, List<Outcome> after) {
        recorded.add(before);
        replayed.add(after);
        for (int market = 0; market < before.size(); market++) {
            long gained = after.get(market).revenueTicks() - before.get(market).revenueTicks();
            revenueGained.add(recorded.treatment().ticks().toPoints(gained));
        }
    }

    /** As it was recorded. */
    public TreatmentStatistics recorded() {
        return recorded;
    }

    /** As it was replayed. */
    public TreatmentStatistics replayed() {
        return replayed;
    }

    /** How much more the house took in, market by market: chance in the draws has no part in it. */
    public SampleMoments revenueGained() {
        return revenueGained;
    }
}
