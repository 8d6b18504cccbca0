package dev.envelope.game.plan.file;

import dev.envelope.game.matching.Feasibility;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Pay;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.plan.forms.FormsReader;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.seating.Staffing;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.PlanSyntax;
import dev.envelope.game.plan.syntax.Problems;
import dev.envelope.game.plan.syntax.Section;
import dev.envelope.game.plan.treatment.Conduct;
import dev.envelope.game.plan.treatment.TreatmentReader;
import dev.envelope.game.plan.treatment.values.Scope;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads plan files.
 *
 * <p>Pure and total: any text gives a plan or its problems, all at once, within {@link PlanLimits}.
 */
public final class PlanReader {

    private static final String SEED = "seed";
    private static final String FILES = "files";
    /** The keys of a plan. */
    static final Keys KEYS = Keys.of(
                    "envelope",
                    "title",
                    "tick",
                    "seats",
                    "start",
                    "treatments",
                    "blocks",
                    "rounds",
                    SEED,
                    "instructions",
                    FILES)
            .and(Conduct.KEYS)
            .and(PayReader.KEYS)
            .and(StaffingReader.KEYS)
            .and(FormsReader.KEYS);

    /** The versions of the schema. */
    static final Choice<Integer> VERSIONS = Choice.<Integer>none().or("1", 1);

    private static final BigDecimal TICK = new BigDecimal("0.01");

    /** The largest tick, in points. */
    static final BigDecimal LARGEST_TICK = new BigDecimal("1000000");

    private final Section root;
    private final Problems problems;
    private final String text;
    private final Scope scope;

    private PlanReader(Section root, Problems problems, String text, Scope scope) {
        this.root = root;
        this.problems = problems;
        this.text = text;
        this.scope = scope;
    }

    /** The plan that {@code text} states, or everything that is wrong with it. */
    public static PlanReading read(String text) {
        return read(text, Scope.PLAYED);
    }

    /** The same for what {@code scope} says. */
    static PlanReading read(String text, Scope scope) {
        Problems problems = new Problems();
        Optional<Plan> plan = PlanSyntax.root(text, problems)
                .map(node -> new Field(node, "", problems))
                .flatMap(field -> Section.of(field, KEYS, "a plan, beginning with envelope: 1"))
                .flatMap(root -> new PlanReader(root, problems, text, scope).plan());
        return problems.count() == 0
                ? new PlanReading(plan, List.of())
                : new PlanReading(Optional.empty(), problems.inOrder());
    }

    private Optional<Plan> plan() {
        attach(root);
        root.need("envelope", "1, the version of this schema").ifPresent(f -> f.choice(VERSIONS));
        String title = root.get("title").flatMap(f -> f.text(PlanLimits.NAME)).orElse("Envelope");
        BigDecimal tick = tick(root);
        Conduct conduct = Conduct.DEFAULT.with(root);
        Map<String, Optional<Treatment>> treatments = treatments(new TreatmentReader(tick, conduct, scope));
        List<Block> blocks = new BlocksReader(root, treatments).read();
        OptionalInt market =
                blocks.stream().mapToInt(b -> b.treatment().marketSize()).max();
        Staffing staffing = new StaffingReader(root).read(blocks);
        Optional<Seats> seats = new SeatsReader(root, staffing.fills()).read(market);
        Optional<String> seed = root.get(SEED).flatMap(f -> f.text(PlanLimits.NAME));
        String instructions =
                root.get("instructions").flatMap(f -> f.text(PlanLimits.TEXT)).orElse("");
        Pay pay = new PayReader(root).read(blocks);
        Forms forms = new FormsReader(root).read();
        Optional<Plan> plan = problems.count() > 0
                ? Optional.empty()
                : seats.map(s -> new Plan(title, tick, blocks, s, seed, pay, instructions, staffing, forms, text));
        return plan.filter(this::isFeasible);
    }

    private boolean isFeasible(Plan plan) {
        Optional<Field> blocks = root.get("blocks");
        List<Field> items =
                blocks.map(f -> f.items(PlanLimits.BLOCKS, "blocks")).orElse(List.of());
        for (int i = 0; i < plan.blocks().size(); i++) {
            Field block = items.isEmpty() ? root.get("rounds").orElse(root.field()) : items.get(i);
            Feasibility.obstacle(plan, plan.blocks().get(i), plan.fullSeats())
                    .ifPresent(wanted -> place(plan, wanted, block).fail(wanted.found(), wanted.expected()));
        }
        new UnevenCheck(plan, root).check();
        return problems.count() == 0;
    }

    /** Where the matching is stated that lists groups, otherwise the block. */
    private Field place(Plan plan, Feasibility.Obstacle obstacle, Field block) {
        Optional<Field> treatment = root.get("treatments")
                .flatMap(f -> Section.any(f, ""))
                .flatMap(s -> s.get(obstacle.treatment()))
                .flatMap(f -> Section.any(f, ""))
                .flatMap(s -> s.get("matching"));
        boolean isListed = plan.treatments().stream()
                .anyMatch(t -> t.id().equals(obstacle.treatment()) && t.matching() == Matching.FIXED_LIST);
        return isListed ? treatment.or(() -> root.get("matching")).orElse(block) : block;
    }

    /** Takes the files that came with the plan, each its text under its name. */
    static void attach(Section root) {
        Optional<Section> files = root.get(FILES).flatMap(f -> Section.any(f, "files, each its text under its name"));
        files.ifPresent(section -> {
            if (section.fields().size() > PlanLimits.FILES) {
                section.field().fail(section.fields().size() + " files", "at most " + PlanLimits.FILES);
            }
            section.fields()
                    .forEach((name, field) -> field.text(PlanLimits.CHARACTERS)
                            .ifPresent(text -> field.problems().attach(name, text)));
        });
    }

    /** The size of a tick; a wrong one is noted, and the least stands for it, so that nothing else is off its grid. */
    static BigDecimal tick(Section root) {
        return root.get("tick")
                .flatMap(f -> f.number(PlanLimits.LEAST_TICK, LARGEST_TICK))
                .orElse(root.has("tick") ? PlanLimits.LEAST_TICK : TICK);
    }

    private Map<String, Optional<Treatment>> treatments(TreatmentReader reader) {
        Map<String, Optional<Treatment>> treatments = new LinkedHashMap<>();
        Optional<Section> section = root.need("treatments", "a treatment or more, each under its name")
                .flatMap(f -> Section.any(f, "treatments, each under its name"));
        if (section.isEmpty()) {
            return treatments;
        }
        int count = section.get().fields().size();
        if (count == 0 || count > PlanLimits.TREATMENTS) {
            section.get().field().fail(count + " treatments", "from 1 to " + PlanLimits.TREATMENTS);
            return treatments;
        }
        section.get().fields().forEach((id, field) -> treatments.put(id, named(reader, id, field)));
        return treatments;
    }

    private static Optional<Treatment> named(TreatmentReader reader, String id, Field field) {
        Optional<Treatment> treatment = reader.read(field, id);
        return id.length() > PlanLimits.NAME
                ? field.fail("a name of " + id.length() + " characters", "at most " + PlanLimits.NAME)
                : treatment;
    }
}
