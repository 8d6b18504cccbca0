package dev.envelope.game.plan.treatment;

import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.Reveal;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.groups.Grouping;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.util.Optional;

/**
 * How rounds are run around the mechanism: what a plan can say once for all treatments, and a treatment for itself.
 *
 * @param grouping how seats are put into markets
 * @param timing how long a round stays open
 * @param reveal what seats are told
 * @param absent what counts as the message of the missing; empty where that is left to the mechanism
 */
public record Conduct(Grouping grouping, Timing timing, Reveal reveal, Optional<AbsentRule> absent) {

    /** What holds where a plan says nothing. */
    public static final Conduct DEFAULT =
            new Conduct(Grouping.of(Matching.RANDOM_STRANGERS), Timing.DEFAULT, Reveal.DEFAULT, Optional.empty());

    /** The keys that are read here. */
    public static final Keys KEYS = Keys.of("matching", "timing", "reveal", "absent");

    /** What is told after a round. */
    static final Choice<Reveal.After> AFTER = Choice.<Reveal.After>none()
            .or("price", Reveal.After.PRICE)
            .or("nothing", Reveal.After.NOTHING)
            .or("own_rank", Reveal.After.OWN_RANK)
            .or("all_messages", Reveal.After.ALL_MESSAGES);
    /** The keys of what is told. */
    static final Keys REVEAL_KEYS = Keys.of("after", "sealed_count");

    /** The words of what counts for the missing. */
    static final Choice<AbsentRule> ABSENT = Choice.<AbsentRule>none()
            .or("abstain", AbsentRule.ABSTAIN)
            .or("last_message", AbsentRule.LAST_MESSAGE)
            .or("least_interest", AbsentRule.LEAST_INTEREST);

    private static final String STRATEGY = "strategy";

    /** The keys of a strategy for the missing. */
    static final Keys ABSENT_KEYS = Keys.of(STRATEGY);

    private static final String ABSENT_EXPECTED = ABSENT.expected() + ", or {strategy: equilibrium}";

    /** What {@code section} says; this where it says nothing. */
    public Conduct with(Section section) {
        return new Conduct(
                section.get("matching").flatMap(MatchingReader::read).orElse(grouping),
                section.get("timing").flatMap(TimingReader::read).orElse(timing),
                section.get("reveal").flatMap(this::reveal).orElse(reveal),
                section.get("absent").flatMap(this::absent).or(() -> absent));
    }

    private Optional<Reveal> reveal(Field field) {
        if (!field.isMapping()) {
            return field.choice(AFTER).map(after -> new Reveal(after, reveal.sealedCount()));
        }
        return Section.of(field, REVEAL_KEYS, "price or {after: price, sealed_count: true}")
                .map(s -> new Reveal(
                        s.get("after").flatMap(f -> f.choice(AFTER)).orElse(reveal.after()),
                        s.get("sealed_count").flatMap(Field::flag).orElse(reveal.sealedCount())));
    }

    private Optional<AbsentRule> absent(Field field) {
        if (!field.isMapping()) {
            return field.choice(ABSENT, ABSENT_EXPECTED);
        }
        return Section.of(field, ABSENT_KEYS, ABSENT_EXPECTED)
                .flatMap(section -> section.need(STRATEGY, "one of " + StandIn.EXPECTED))
                .flatMap(Conduct::strategy)
                .map(AbsentRule::strategy);
    }

    private static Optional<StandIn> strategy(Field field) {
        String expected = "one of " + StandIn.EXPECTED;
        return field.isMapping() || field.isList()
                ? field.fail(expected)
                : field.text(PlanLimits.NAME)
                        .flatMap(name ->
                                StandIn.isStrategy(name) ? Optional.of(new StandIn(name)) : field.fail(expected));
    }
}
