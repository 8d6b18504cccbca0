package dev.envelope.theory.audit.played;

import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.audit.SampledMean;
import dev.envelope.theory.audit.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** What one agent gains by other messages and by taking part, on average over all else, at some of its types. */
final class InterimPlay {

    private final PlayedGame game;
    private final int agent;
    private final DoubleSupplier uniforms;
    private final int samples;
    private final double tolerance;
    private Estimate regret;
    private Estimate lowestMargin;
    private double largestChosen = Double.NEGATIVE_INFINITY;
    private double lowestChosen = Double.POSITIVE_INFINITY;
    private Estimate doubtedGain;
    private Estimate doubtedMargin;
    private boolean isRegretCertain = true;
    private boolean isMarginCertain = true;

    /**
     * Looks at {@code types} types that are drawn, and at the game's landmarks.
     *
     * @param samples how often all else is drawn for each: half to choose the message, half to measure it
     */
    InterimPlay(PlayedGame game, int agent, DoubleSupplier uniforms, int types, int samples, double tolerance) {
        this.game = game;
        this.agent = agent;
        this.uniforms = uniforms;
        this.samples = samples;
        this.tolerance = tolerance;
        this.regret = new Estimate(0, 0, Witness.NONE);
        this.lowestMargin = new Estimate(0, 0, Witness.NONE);
        this.doubtedGain = new Estimate(Double.NEGATIVE_INFINITY, 0, Witness.NONE);
        this.doubtedMargin = new Estimate(Double.POSITIVE_INFINITY, 0, Witness.NONE);
        for (int k = 0; k < types; k++) {
            look(game.draw(uniforms).types().get(agent));
        }
        game.landmarks(agent).forEach(this::look);
    }

    private void look(List<Double> type) {
        List<List<Double>> tried = game.tried(agent, type);
        List<SampledMean> choosing = samples(tried.size());
        List<SampledMean> measuring = samples(tried.size());
        SampledMean marginChoosing = new SampledMean();
        SampledMean marginMeasuring = new SampledMean();
        for (int s = 0; s < samples; s++) {
            boolean isChoosing = s % 2 == 0;
            Draw draw = game.given(agent, type, uniforms);
            List<List<Double>> messages = messages(game, draw);
            double prescribed = payoff(draw, messages);
            (isChoosing ? marginChoosing : marginMeasuring).add(prescribed);
            for (int c = 0; c < tried.size(); c++) {
                messages.set(agent, tried.get(c));
                (isChoosing ? choosing : measuring).get(c).add(payoff(draw, messages) - prescribed);
            }
        }
        gains(type, tried, choosing, measuring);
        if (marginChoosing.mean() < lowestChosen) {
            lowestChosen = marginChoosing.mean();
            lowestMargin = new Estimate(
                    marginMeasuring.mean(),
                    marginMeasuring.error(),
                    Witness.of(agent, type, Optional.empty(), List.of()));
        }
        isMarginCertain &= marginMeasuring.mean() - SampledMean.SURELY * marginMeasuring.error() >= -tolerance;
        if (marginMeasuring.mean() - SampledMean.SURELY * marginMeasuring.error()
                < doubtedMargin.value() - SampledMean.SURELY * doubtedMargin.error()) {
            doubtedMargin = new Estimate(
                    marginMeasuring.mean(),
                    marginMeasuring.error(),
                    Witness.of(agent, type, Optional.empty(), List.of()));
        }
    }

    private void gains(
            List<Double> type, List<List<Double>> tried, List<SampledMean> choosing, List<SampledMean> measuring) {
        for (int c = 0; c < tried.size(); c++) {
            SampledMean measured = measuring.get(c);
            isRegretCertain &= measured.mean() + SampledMean.SURELY * measured.error() <= tolerance;
            if (measured.mean() + SampledMean.SURELY * measured.error()
                    > doubtedGain.value() + SampledMean.SURELY * doubtedGain.error()) {
                doubtedGain = new Estimate(
                        measured.mean(),
                        measured.error(),
                        Witness.of(agent, type, Optional.of(tried.get(c)), List.of()));
            }
            if (choosing.get(c).mean() > largestChosen) {
                largestChosen = choosing.get(c).mean();
                regret = new Estimate(
                        measured.mean(),
                        measured.error(),
                        Witness.of(agent, type, Optional.of(tried.get(c)), List.of()));
            }
        }
    }

    private double payoff(Draw draw, List<List<Double>> messages) {
        return game.utility(game.settle(draw, messages).gain(agent));
    }

    /** The prescribed messages, in a list that can be changed. */
    static List<List<Double>> messages(PlayedGame game, Draw draw) {
        List<List<Double>> messages = new ArrayList<>();
        for (int i = 0; i < game.agents(); i++) {
            messages.add(game.message(i, draw.types().get(i)));
        }
        return messages;
    }

    private static List<SampledMean> samples(int count) {
        List<SampledMean> samples = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            samples.add(new SampledMean());
        }
        return samples;
    }

    /** The mean gain of the message and type chosen; what it is on other draws than it was chosen on. */
    Estimate regret() {
        return regret;
    }

    /** The mean utility of the type that fares worst. */
    Estimate lowestMargin() {
        return lowestMargin;
    }

    /** The gain of the type and message of which draws say least that it is none. */
    Estimate doubtedGain() {
        return doubtedGain;
    }

    /** The utility of the type of which draws say least that it loses nothing. */
    Estimate doubtedMargin() {
        return doubtedMargin;
    }

    /** Whether no message tried gains beyond chance. */
    boolean isRegretCertain() {
        return isRegretCertain;
    }

    /** Whether no type looked at loses beyond chance. */
    boolean isMarginCertain() {
        return isMarginCertain;
    }
}
