package dev.envelope.game.plan.file;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.seating.DropOuts;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.PlanSyntax;
import dev.envelope.game.plan.syntax.Problems;
import dev.envelope.game.plan.syntax.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Where a plan names its stand-ins, for what is wrong with them and can only be known by whoever has the strategies. */
public final class StandInPlaces {

    private static final String EXPECTED = "a strategy that can play every treatment, such as truthful";

    private final Section root;
    private final Plan plan;
    private final BiFunction<StandIn, List<Treatment>, List<String>> faults;

    private StandInPlaces(Section root, Plan plan, BiFunction<StandIn, List<Treatment>, List<String>> faults) {
        this.plan = plan;
        this.root = root;
        this.faults = faults;
    }

    /**
     * The plan again, or a problem for each of the {@code faults} of a stand-in, at the key that names it.
     *
     * @param plan a plan that has been read
     * @param faults what keeps a stand-in from playing games of the plan; empty for nothing
     */
    public static PlanReading check(Plan plan, BiFunction<StandIn, List<Treatment>, List<String>> faults) {
        Problems problems = new Problems();
        PlanSyntax.root(plan.source(), problems)
                .flatMap(node -> Section.any(new Field(node, "", problems), "a plan"))
                .ifPresent(root -> new StandInPlaces(root, plan, faults).look());
        return problems.count() == 0
                ? new PlanReading(Optional.of(plan), List.of())
                : new PlanReading(Optional.empty(), problems.inOrder());
    }

    private void look() {
        Optional<StandIn> fill = plan.staffing().fill();
        fill.ifPresent(standIn -> note("fill", root, standIn, EXPECTED));
        plan.staffing()
                .evening()
                .filter(standIn -> fill.isEmpty())
                .ifPresent(standIn -> note("uneven", root, standIn, "sit_out, or as fill " + EXPECTED));
        root.get("drop_outs")
                .filter(Field::isMapping)
                .flatMap(f -> Section.any(f, ""))
                .ifPresent(section -> plan.staffing()
                        .dropOuts()
                        .map(DropOuts::standIn)
                        .ifPresent(standIn -> note("plays", section, standIn, EXPECTED)));
        lookAtMissing();
    }

    /** What answers for who says nothing, where a treatment says so, or the plan for all of them. */
    private void lookAtMissing() {
        Optional<Section> treatments = root.get("treatments").flatMap(f -> Section.any(f, ""));
        for (Treatment treatment : plan.treatments()) {
            Optional<Section> own = treatments
                    .flatMap(s -> s.get(treatment.id()))
                    .flatMap(f -> Section.any(f, ""))
                    .filter(section -> section.has("absent"));
            own.orElse(root)
                    .get("absent")
                    .filter(Field::isMapping)
                    .flatMap(f -> Section.any(f, ""))
                    .ifPresent(section ->
                            note("strategy", section, treatment.absent().standIn(), plan.games(treatment), EXPECTED));
        }
    }

    private void note(String key, Section section, StandIn standIn, String expected) {
        note(key, section, standIn, plan.games(), expected);
    }

    private void note(String key, Section section, StandIn standIn, List<Treatment> games, String expected) {
        if (standIn.isStrategy()) {
            faults.apply(standIn, games)
                    .forEach(fault -> section.at(key).fail(standIn.strategy() + " cannot play: " + fault, expected));
        }
    }
}
