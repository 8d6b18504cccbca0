package dev.envelope.game.plan.file;

import dev.envelope.game.plan.RoleSpec;
import dev.envelope.game.plan.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the messages of one market from YAML: a list with one number per seat, in the order of the treatment's roles, or a
 * mapping of each role's name to its number or list. {@code abstain} stands for taking no part.
 */
public final class OffersReader {

    private static final String NUMBER = "a number of points, or abstain";
    private static final String FORM = "a list of messages, or a mapping of each role to its own";

    private final Problems problems = new Problems();
    private final List<OptionalDouble> messages = new ArrayList<>();

    private OffersReader() {}

    /** The messages that {@code text} states for one market of {@code treatment}, or everything that is wrong with it. */
    public static OffersReading read(String text, Treatment treatment) {
        OffersReader reader = new OffersReader();
        Optional<Node> root = PlanSyntax.root(text, reader.problems);
        root.ifPresent(node -> reader.read(new Field(node, "", reader.problems), treatment));
        return reader.problems.count() == 0
                ? new OffersReading(reader.messages, List.of())
                : new OffersReading(List.of(), reader.problems.inOrder());
    }

    private void read(Field root, Treatment treatment) {
        if (root.isList()) {
            take(root, treatment.marketSize(), "messages: one per seat of the market");
        } else if (root.isMapping()) {
            Keys keys = Keys.of(treatment.roles().stream().map(RoleSpec::name).toArray(String[]::new));
            Section.of(root, keys, FORM).ifPresent(section -> {
                for (RoleSpec role : treatment.roles()) {
                    section.need(role.name(), FORM).ifPresent(field -> take(field, role));
                }
            });
        } else {
            root.fail(FORM);
        }
    }

    private void take(Field field, RoleSpec role) {
        if (field.isList() || role.count() > 1) {
            take(field, role.count(), "messages: one per " + role.name());
        } else {
            take(field);
        }
    }

    private void take(Field list, int count, String what) {
        List<Field> items = list.items(PlanLimits.MARKET, what);
        if (!items.isEmpty() && items.size() != count) {
            list.fail("a list of " + items.size(), "a list of " + count + " " + what);
            return;
        }
        items.forEach(this::take);
    }

    private void take(Field field) {
        if (field.shown().equals("abstain")) {
            messages.add(OptionalDouble.empty());
        } else {
            field.number(NUMBER).ifPresent(number -> messages.add(OptionalDouble.of(number.doubleValue())));
        }
    }
}
