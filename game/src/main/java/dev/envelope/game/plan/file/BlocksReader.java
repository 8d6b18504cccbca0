package dev.envelope.game.plan.file;

import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the blocks of rounds.
 *
 * <p>Without {@code blocks}, every treatment is played once, in the order of the file, for {@code rounds} rounds.
 */
final class BlocksReader {

    private static final int ROUNDS = 10;

    /** The keys of a block. */
    static final Keys KEYS = Keys.of("treatment", "rounds", "draws", "practice");

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final Section root;
    private final Map<String, Optional<Treatment>> treatments;
    private final List<Block> blocks = new ArrayList<>();
    private int items;
    private long rounds;

    /** Reads the blocks of the plan at {@code root}. */
    BlocksReader(Section root, Map<String, Optional<Treatment>> treatments) {
        this.root = root;
        this.treatments = treatments;
    }

    /** The blocks whose treatments can be read. */
    List<Block> read() {
        int standard =
                root.get("rounds").flatMap(f -> f.whole(1, PlanLimits.ROUNDS)).orElse(ROUNDS);
        if (root.has("blocks")) {
            Field field = root.at("blocks");
            field.items(PlanLimits.BLOCKS, "blocks").forEach(item -> listed(item, standard));
        } else {
            treatments.values().forEach(t -> add(root.get("rounds").orElse(root.field()), t, standard, "", false));
        }
        return List.copyOf(blocks);
    }

    private void listed(Field item, int standard) {
        Optional<Section> read = Section.of(item, KEYS, "a block such as {treatment: NAME, rounds: 10}");
        if (read.isEmpty()) {
            return;
        }
        Section section = read.get();
        int count = section.get("rounds")
                .flatMap(f -> f.whole(1, PlanLimits.ROUNDS))
                .orElse(standard);
        String draws = section.get("draws").flatMap(BlocksReader::label).orElse("");
        boolean practice = section.get("practice").flatMap(Field::flag).orElse(false);
        add(section.get("rounds").orElse(item), treatment(section), count, draws, practice);
    }

    private Optional<Treatment> treatment(Section block) {
        Choice<Optional<Treatment>> names = new Choice<>(treatments, List.of());
        if (treatments.isEmpty()) {
            return Optional.empty();
        }
        if (!block.has("treatment") && treatments.size() == 1) {
            return treatments.values().iterator().next();
        }
        return block.need("treatment", names.expected())
                .flatMap(f -> f.choice(names))
                .flatMap(t -> t);
    }

    private static Optional<String> label(Field field) {
        String expected = "a label of 1 to 40 letters, digits, - or _";
        return field.text(PlanLimits.NAME)
                .flatMap(t -> LABEL.matcher(t).matches() ? Optional.of(t) : field.fail(expected));
    }

    /** Adds a block; one without a label draws for itself, under a label that no plan can give. */
    private void add(Field place, Optional<Treatment> treatment, int count, String draws, boolean practice) {
        items++;
        rounds += count;
        if (rounds > PlanLimits.ROUNDS && rounds - count <= PlanLimits.ROUNDS) {
            place.fail(rounds + " rounds up to here", "at most " + PlanLimits.ROUNDS + " in all blocks");
        }
        String label = draws.isEmpty() ? "#" + items : draws;
        treatment.ifPresent(t -> blocks.add(new Block(t, count, label, practice)));
    }
}
