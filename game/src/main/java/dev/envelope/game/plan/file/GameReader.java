package dev.envelope.game.plan.file;

import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Pay;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.seating.Staffing;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.PlanSyntax;
import dev.envelope.game.plan.syntax.Problems;
import dev.envelope.game.plan.syntax.Section;
import dev.envelope.game.plan.treatment.Conduct;
import dev.envelope.game.plan.treatment.TreatmentReader;
import dev.envelope.game.plan.treatment.values.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads game files: a plan, or one treatment of a plan by itself, with its {@code tick} if it is not the default.
 *
 * <p>Theory knows more games than are played live: they are read here and refused by {@link PlanReader}. Pure and total, as that. A treatment by itself becomes a plan of one round.
 */
public final class GameReader {

    /** The name of a treatment that stands by itself. */
    static final String ALONE = "game";

    /** The keys of a plan that a treatment by itself may have. */
    static final List<String> BESIDE_A_TREATMENT = List.of("envelope", "tick", "files");

    private static final String EXPECTED =
            "a plan, or a treatment such as {mechanism: first_price, bidders: 4, values: [0, 100]}";
    private static final List<String> MARKS_OF_A_PLAN = List.of("treatments", "blocks");

    private GameReader() {}

    /** The games that {@code text} states, or everything that is wrong with it. */
    public static PlanReading read(String text) {
        Problems problems = new Problems();
        Optional<Field> root = PlanSyntax.root(text, problems).map(node -> new Field(node, "", problems));
        Optional<Section> section = root.flatMap(field -> Section.any(field, EXPECTED));
        if (problems.count() == 0
                && section.isPresent()
                && MARKS_OF_A_PLAN.stream().anyMatch(section.get()::has)) {
            return PlanReader.read(text, Scope.ASKED);
        }
        Optional<Plan> plan = problems.count() > 0 ? Optional.empty() : section.flatMap(s -> alone(s, text));
        return problems.count() == 0
                ? new PlanReading(plan, List.of())
                : new PlanReading(Optional.empty(), problems.inOrder());
    }

    private static Optional<Plan> alone(Section section, String text) {
        PlanReader.attach(section);
        section.get("envelope").ifPresent(field -> field.choice(PlanReader.VERSIONS));
        BigDecimal tick = PlanReader.tick(section);
        return new TreatmentReader(tick, Conduct.DEFAULT, Scope.ASKED)
                .and(BESIDE_A_TREATMENT.toArray(String[]::new))
                .read(section.field(), ALONE)
                .map(treatment -> ofOneRound(treatment, tick, text));
    }

    private static Plan ofOneRound(Treatment treatment, BigDecimal tick, String text) {
        int seats = treatment.marketSize();
        return new Plan(
                "Envelope",
                tick,
                List.of(new Block(treatment, 1, ALONE, false)),
                new Seats(seats, seats, Seats.Start.WHEN_FULL),
                Optional.empty(),
                Pay.NONE,
                "",
                Staffing.NONE,
                text);
    }
}
