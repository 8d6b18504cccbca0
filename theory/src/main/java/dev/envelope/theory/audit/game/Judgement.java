package dev.envelope.theory.audit.game;

import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.interim.Interim;
import java.util.stream.Stream;

/**
 * The verdicts that follow from what was found.
 *
 * @param settings how closely was looked
 * @param tolerance what is taken for rounding, in the unit of the types
 * @param isIntegrated whether averages are integrated rather than sampled
 */
public record Judgement(AuditSettings settings, double tolerance, boolean isIntegrated) {

    /** The verdict on a property of profiles. */
    Verdict exPost(Property property, ExPostSearch.Worst worst, String evidence) {
        return Verdict.exact(property, worst.amount(), tolerance, worst.witness(), evidence);
    }

    /**
     * The verdict on one agent, whose largest gain or lowest margin {@code estimate} is; where draws leave it open although that is none
     * beyond rounding, it is about what they say least of.
     */
    Verdict of(Property property, Interim interim, Estimate estimate, boolean isImplied) {
        boolean ofMargin = property == Property.INTERIM_RATIONALITY;
        boolean isCertain = isImplied || interim.isCertain(settings, ofMargin, tolerance);
        double amount = ofMargin ? -estimate.value() : estimate.value();
        if (estimate.error() == 0 && (isIntegrated || amount <= tolerance)) {
            return Verdict.exact(property, amount, tolerance, estimate.witness(), evidence());
        }
        Verdict verdict = sampled(property, estimate, isCertain);
        return verdict.ruling() == Ruling.UNDECIDED && verdict.high() <= tolerance
                ? sampled(property, interim.doubted(settings, ofMargin), false).withRuling(Ruling.UNDECIDED)
                : verdict;
    }

    private Verdict sampled(Property property, Estimate estimate, boolean isCertain) {
        double amount = property == Property.INTERIM_RATIONALITY ? -estimate.value() : estimate.value();
        double error = amount > tolerance ? Math.max(estimate.error(), unseen()) : estimate.error();
        return Verdict.sampled(property, amount, error, tolerance, isCertain, estimate.witness(), evidence());
    }

    /** The error of a mean that is due to what no draw shows: an outcome worth the range of types, once in as many draws as measure. */
    private double unseen() {
        return tolerance / settings.tolerance() / (settings.samples() / 2.0);
    }

    private String evidence() {
        return settings.types() + " types of each agent, "
                + (isIntegrated ? "integrated" : settings.samples() + " draws, half to choose and half to measure");
    }

    /** The worst of them. */
    static Verdict worst(Stream<Verdict> verdicts) {
        return verdicts.reduce(Verdict::orWorse).orElseThrow();
    }
}
