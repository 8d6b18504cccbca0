package dev.envelope.game.plan.file;

import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.seating.DropOuts;
import dev.envelope.game.plan.seating.Staffing;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.plan.seating.Uneven;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads who plays where people are missing: {@code fill}, {@code uneven}, {@code drop_outs}, {@code late_arrivals}. */
final class StaffingReader {

    /** The keys that are read here. */
    static final String[] KEYS = {"fill", "uneven", "drop_outs", "late_arrivals"};

    /** The keys of {@code drop_outs}. */
    static final Keys DROP_OUTS = Keys.of("after", "missed", "plays");

    /** The keys of {@code late_arrivals}. */
    static final Keys LATE = Keys.of("until_round");

    /** The words of {@code uneven}. */
    static final Choice<Uneven> UNEVEN = Choice.<Uneven>none()
            .or("sit_out", Uneven.SIT_OUT)
            .or("bot", Uneven.BOT)
            .or("larger_group", Uneven.LARGER_GROUP);

    /** The words of {@code late_arrivals}. */
    static final Choice<Integer> LATE_WORDS =
            Choice.<Integer>none().or("never", 0).or("always", PlanLimits.ROUNDS);

    /** The word for no stand-in. */
    static final String NOBODY = "none";

    /** The words of {@code drop_outs}. */
    static final Choice<Boolean> WAITING = Choice.<Boolean>none().or("wait", true);

    private static final String WAIT_OR = "wait, or {after: 60, missed: 2, plays: equilibrium}";
    private static final String LATE_OR = "never, always, or {until_round: 3}";
    private static final String STAND_INS = NOBODY + ", " + StandIn.EXPECTED;

    private final Section root;

    /** Reads the staffing of the plan at {@code root}. */
    StaffingReader(Section root) {
        this.root = root;
    }

    /** The staffing of a plan with {@code blocks}. */
    Staffing read(List<Block> blocks) {
        Optional<StandIn> fill = root.get("fill").flatMap(this::standIn).filter(StandIn::isStrategy);
        Uneven uneven = root.get("uneven").flatMap(f -> f.choice(UNEVEN)).orElse(Uneven.SIT_OUT);
        return new Staffing(fill, uneven, dropOuts(blocks), lastArrival());
    }

    /** What the plan says; where it says nothing, rounds that nothing else ends do not wait for those who have left. */
    private Optional<DropOuts> dropOuts(List<Block> blocks) {
        Optional<Field> field = root.get("drop_outs");
        if (field.isEmpty()) {
            boolean endless = blocks.stream().map(b -> b.treatment().timing()).anyMatch(StaffingReader::isEndless);
            return endless ? Optional.of(DropOuts.DEFAULT) : Optional.empty();
        }
        if (!field.get().isMapping()) {
            field.get().choice(WAITING, WAIT_OR);
            return Optional.empty();
        }
        return Section.of(field.get(), DROP_OUTS, WAIT_OR)
                .map(section -> new DropOuts(
                        section.get("after").flatMap(StaffingReader::millis).orElse(DropOuts.DEFAULT.afterMillis()),
                        missed(section),
                        section.get("plays").flatMap(this::standIn).orElse(StandIn.NONE)));
    }

    private static boolean isEndless(Timing timing) {
        return timing.openMillis().isEmpty() && timing.closing() == Timing.Closing.ALL_SEALED;
    }

    private static OptionalInt missed(Section section) {
        Optional<Integer> missed = section.get("missed").flatMap(f -> f.whole(1, PlanLimits.ROUNDS));
        return missed.isPresent() ? OptionalInt.of(missed.get()) : OptionalInt.empty();
    }

    private static Optional<Long> millis(Field field) {
        return field.number(BigDecimal.ONE, BigDecimal.valueOf(PlanLimits.SECONDS))
                .map(s -> s.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private Optional<StandIn> standIn(Field field) {
        String expected = "one of " + STAND_INS;
        return field.isMapping() || field.isList()
                ? field.fail(expected)
                : field.text(PlanLimits.NAME)
                        .flatMap(name -> name.equals(NOBODY)
                                ? Optional.of(StandIn.NONE)
                                : StandIn.isStrategy(name) ? Optional.of(new StandIn(name)) : field.fail(expected));
    }

    private int lastArrival() {
        Optional<Field> field = root.get("late_arrivals");
        if (field.isEmpty()) {
            return 0;
        }
        if (!field.get().isMapping()) {
            return field.get().choice(LATE_WORDS, LATE_OR).orElse(0);
        }
        return Section.of(field.get(), LATE, LATE_OR)
                .flatMap(section -> section.need("until_round", "a round, from 1"))
                .flatMap(round -> round.whole(1, PlanLimits.ROUNDS))
                .orElse(0);
    }
}
