package dev.envelope.game.plan.file;

import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.PlanSyntax;
import dev.envelope.game.plan.syntax.Problems;
import dev.envelope.game.plan.syntax.Section;
import dev.envelope.game.plan.treatment.AskedTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the messages of one market from YAML: a list with one message per seat, in the order of the treatment's roles, or a
 * mapping of each role's name to its message or list. {@code abstain} stands for taking no part.
 *
 * <p>A message is a number of points; where units are sold also a list of bids, for the first unit, the second and so on; where
 * packages are sold a list of {@code {items: [A, B], amount: 10}}; where offers are made {@code accept}, {@code decline} or the
 * most that would be accepted.
 */
public final class OffersReader {

    private static final String FORM = "a list of messages, or a mapping of each role to its own";
    private static final String PACKAGE = "an offer such as {items: [A, B], amount: 10}";
    private static final Choice<Boolean> ANSWERS =
            Choice.<Boolean>none().or("accept", true).or("decline", false);

    private final Problems problems = new Problems();
    private final List<Offer> messages = new ArrayList<>();
    private final MessageKind kind;

    private OffersReader(MessageKind kind) {
        this.kind = kind;
    }

    /** The messages that {@code text} states for one market of {@code treatment}, or everything that is wrong with it. */
    public static OffersReading read(String text, Treatment treatment) {
        OffersReader reader = new OffersReader(treatment.mechanism().type().messageKind());
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
        int before = problems.count();
        boolean isListOfMessages = role.count() > 1 || (field.isList() && !isOneMessage(field));
        if (problems.count() > before) {
            return;
        }
        if (isListOfMessages) {
            take(field, role.count(), "messages: one per " + role.name());
        } else {
            take(field);
        }
    }

    /** Whether a list is itself a message rather than a list of messages. */
    private boolean isOneMessage(Field list) {
        return (kind == MessageKind.DEMAND_SCHEDULE || kind == MessageKind.PACKAGE_BIDS)
                && list.items(PlanLimits.MARKET, "messages").stream().noneMatch(Field::isList);
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
            messages.add(new Offer.None());
            return;
        }
        Optional<Offer> offer = switch (kind) {
            case DEMAND_SCHEDULE ->
                field.isList() ? schedule(field) : number(field, "a number of points, a list of bids");
            case PACKAGE_BIDS -> packages(field);
            case RESPONSE -> response(field);
            case AMOUNT, REPORT, ABSTAIN -> number(field, "a number of points");
        };
        offer.ifPresent(messages::add);
    }

    private static Optional<Offer> number(Field field, String what) {
        return field.number(what + ", or abstain").map(number -> new Offer.Amount(number.doubleValue()));
    }

    private static Optional<Offer> schedule(Field field) {
        List<Double> bids = new ArrayList<>();
        field.items(PlanLimits.NUMBERS, "bids, none above the one before it")
                .forEach(item -> item.number("a number of points").ifPresent(bid -> bids.add(bid.doubleValue())));
        return Optional.of(new Offer.Schedule(bids));
    }

    private static Optional<Offer> packages(Field field) {
        List<Offer.Bundle> offers = new ArrayList<>();
        for (Field item : field.items(PlanLimits.NUMBERS, "offers such as {items: [A, B], amount: 10}")) {
            Section.of(item, Keys.of("items", "amount"), PACKAGE).ifPresent(section -> {
                List<String> items = section.need("items", "the items' names")
                        .map(AskedTerms::names)
                        .orElse(List.of());
                section.need("amount", "a number of points")
                        .flatMap(f -> f.number("a number of points"))
                        .ifPresent(amount -> offers.add(new Offer.Bundle(items, amount.doubleValue())));
            });
        }
        return Optional.of(new Offer.Packages(offers));
    }

    private static Optional<Offer> response(Field field) {
        return ANSWERS.played().containsKey(field.shown())
                ? field.choice(ANSWERS).map(Offer.Answer::new)
                : number(field, "accept, decline, a number of points");
    }
}
