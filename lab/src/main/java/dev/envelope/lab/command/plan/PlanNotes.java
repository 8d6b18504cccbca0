package dev.envelope.lab.command.plan;

import dev.envelope.bots.EquilibriumStrategy;
import dev.envelope.bots.NoEquilibriumException;
import dev.envelope.game.matching.Feasibility;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.seating.Seats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is worth knowing of a plan that can be played before it is: a line each.
 *
 * @param plan the plan
 */
record PlanNotes(Plan plan) {

    /** All of them; those on games take as long as their equilibria. */
    Stream<String> lines() {
        return Stream.of(
                        strangers().stream(),
                        tooFew().stream(),
                        patience().stream(),
                        plan.games().stream().flatMap(game -> withoutEquilibrium(game).stream()))
                .flatMap(notes -> notes);
    }

    /** How long blocks of perfect strangers could be. */
    private List<String> strangers() {
        int seats = plan.fullSeats();
        return plan.blocks().stream()
                .filter(block -> block.treatment().matching() == Matching.PERFECT_STRANGERS)
                .map(block ->
                        "perfect strangers in " + block.treatment().id() + ": " + Feasibility.rounds(block, seats))
                .distinct()
                .toList();
    }

    /** With which head-counts from the minimum on the instructor could not begin; none where stand-ins fill seats. */
    private List<String> tooFew() {
        if (plan.staffing().fills()) {
            return List.of();
        }
        int largest =
                plan.treatments().stream().mapToInt(Treatment::marketSize).max().orElseThrow();
        int least = Math.max(plan.seats().minimum(), largest);
        return plan.blocks().stream()
                .flatMap(block -> Feasibility.tooFew(block, least, plan.seats().wanted())
                        .map(seats -> "note: perfect strangers in "
                                + block.treatment().id() + " cannot begin with " + seats)
                        .stream())
                .distinct()
                .toList();
    }

    /** What is read before the first round is waited for only so long, where the rounds do not wait for the instructor. */
    private Optional<String> patience() {
        List<String> read = new ArrayList<>();
        plan.forms().consent().ifPresent(text -> read.add("consent"));
        plan.forms().comprehension().ifPresent(questions -> read.add("comprehension"));
        return read.isEmpty() || plan.seats().start() == Seats.Start.INSTRUCTOR
                ? Optional.empty()
                : Optional.of("note: " + String.join(", ", read)
                        + ": the first round begins " + Forms.PATIENCE_MILLIS / 60_000
                        + " minutes after the last has joined, whoever still reads (start: instructor waits)");
    }

    /** That house bots cannot play the equilibrium of a treatment is worth knowing before it is played. */
    private static Optional<String> withoutEquilibrium(Treatment treatment) {
        try {
            new EquilibriumStrategy().prepare(List.of(treatment));
            return Optional.empty();
        } catch (NoEquilibriumException none) {
            return Optional.of("note: " + none.getMessage() + "; equilibrium bots cannot play it");
        }
    }
}
