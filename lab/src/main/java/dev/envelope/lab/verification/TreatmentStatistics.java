package dev.envelope.lab.verification;

import dev.envelope.game.market.MarketGains;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.plan.Treatment;
import java.util.List;

/**
 * What was observed of one treatment, market by market, in points. For one thread at a time.
 *
 * <p>Markets count as independent observations: values are drawn independently, and markets of a round share no seat. That
 * is right for strategies that look at their own value alone, and an approximation for those that learn.
 */
public final class TreatmentStatistics {
    private final Treatment treatment;
    private final SampleMoments revenue = new SampleMoments();
    private final SampleMoments gains = new SampleMoments();
    private final SampleMoments firstBest = new SampleMoments();
    private int rounds;
    private int voided;

    /** Nothing observed of {@code treatment} yet. */
    public TreatmentStatistics(Treatment treatment) {
        this.treatment = treatment;
    }

    /** Adds a round of this treatment, of which {@code outcomes} are the markets. A void market counts as it ended: with nothing. */
    public void add(List<Outcome> outcomes) {
        rounds++;
        for (Outcome outcome : outcomes) {
            revenue.add(treatment.ticks().toPoints(outcome.revenueTicks()));
            MarketGains gained = MarketGains.of(treatment, outcome);
            gains.add(gained.realised().doubleValue());
            firstBest.add(gained.firstBest().doubleValue());
            voided += outcome.voided().isPresent() ? 1 : 0;
        }
    }

    /** The treatment observed. */
    public Treatment treatment() {
        return treatment;
    }

    /** How many rounds were added. */
    public int rounds() {
        return rounds;
    }

    /** How many markets they had. */
    public long markets() {
        return revenue.count();
    }

    /** How many of these were void. */
    public int voided() {
        return voided;
    }

    /** The measure this treatment is judged by. */
    public Measure measure() {
        return treatment.mechanism().type().isBalanced() ? Measure.GAINS : Measure.REVENUE;
    }

    /** The observations of {@code measure}, one per market. */
    public SampleMoments sample(Measure measure) {
        return switch (measure) {
            case REVENUE -> revenue;
            case GAINS -> gains;
        };
    }

    /** Realised as a share of first-best gains, 1 when both are 0. */
    public double efficiency() {
        return firstBest.mean() == 0 ? 1 : gains.mean() / firstBest.mean();
    }
}
