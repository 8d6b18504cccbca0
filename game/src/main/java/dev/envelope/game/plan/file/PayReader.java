package dev.envelope.game.plan.file;

import dev.envelope.game.pay.Bankruptcy;
import dev.envelope.game.pay.PaidRounds;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Pay;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads how points become money: rates and fees, which rounds are paid, and what becomes of those who lose too much. */
final class PayReader {

    /** The keys that are read here. */
    static final String[] KEYS = {
        "exchange_rate", "currency", "show_up_fee", "endowment", "paid_rounds", "bankruptcy", "limited_liability"
    };

    private static final String RANDOM = "random";
    private static final String LAST = "last";

    /** Which rounds are paid, in a word. */
    static final Choice<PaidRounds> PAID = Choice.<PaidRounds>none()
            .or("all", PaidRounds.ALL)
            .or(RANDOM, new PaidRounds(PaidRounds.Kind.RANDOM, 1))
            .or(LAST, new PaidRounds(PaidRounds.Kind.LAST, 1));

    /** Which rounds are paid, with how many. */
    static final Keys PAID_KEYS = Keys.of(RANDOM, LAST);

    private static final String PAID_EXPECTED = "all, random, last, or a number of them such as {random: 3}";

    /** What becomes of the bankrupt. */
    static final Choice<Bankruptcy> BANKRUPTCY = Choice.<Bankruptcy>none()
            .or("continue", Bankruptcy.CONTINUE)
            .or("sit_out", Bankruptcy.SIT_OUT)
            .or("stop", Bankruptcy.STOP);

    private final Section root;

    /** Reads the pay of the plan at {@code root}. */
    PayReader(Section root) {
        this.root = root;
    }

    /** The pay of a plan of {@code blocks}. */
    Pay read(List<Block> blocks) {
        BigDecimal endowment = root.get("endowment").flatMap(Field::amount).orElse(Pay.NONE.endowment());
        return new Pay(
                root.get("exchange_rate")
                        .flatMap(f -> f.number(PlanLimits.LEAST_TICK, PlanLimits.AMOUNT))
                        .orElse(Pay.NONE.pointsPerUnit()),
                root.get("currency").flatMap(f -> f.text(PlanLimits.NAME)).orElse(Pay.NONE.currency()),
                root.get("show_up_fee")
                        .flatMap(f -> f.number(BigDecimal.ZERO, PlanLimits.AMOUNT))
                        .orElse(Pay.NONE.showUpFee()),
                endowment,
                root.get("paid_rounds").flatMap(f -> paid(f, blocks)).orElse(PaidRounds.ALL),
                bankruptcy(endowment),
                root.get("limited_liability").flatMap(Field::flag).orElse(false));
    }

    private Optional<PaidRounds> paid(Field field, List<Block> blocks) {
        if (!field.isMapping()) {
            return field.isList() ? field.fail(PAID_EXPECTED) : field.choice(PAID);
        }
        Optional<Section> section = Section.of(field, PAID_KEYS, PAID_EXPECTED);
        if (section.isEmpty() || section.get().fields().size() != 1) {
            return section.flatMap(
                    s -> s.has(RANDOM) ? s.at(LAST).fail("given beside random", "one of them") : mapping(s));
        }
        boolean drawn = section.get().has(RANDOM);
        return section.get()
                .get(drawn ? RANDOM : LAST)
                .flatMap(f -> f.whole(1, most(blocks)))
                .map(count -> new PaidRounds(drawn ? PaidRounds.Kind.RANDOM : PaidRounds.Kind.LAST, count));
    }

    private static Optional<PaidRounds> mapping(Section section) {
        return section.fields().isEmpty() ? section.field().fail(PAID_EXPECTED) : Optional.empty();
    }

    /** As many rounds as are no practice, where the blocks could be read. */
    private static int most(List<Block> blocks) {
        int counting = blocks.stream()
                .filter(b -> !b.practice())
                .mapToInt(Block::rounds)
                .sum();
        return counting == 0 ? PlanLimits.PAID : StrictMath.min(counting, PlanLimits.PAID);
    }

    private Bankruptcy bankruptcy(BigDecimal endowment) {
        Bankruptcy rule =
                root.get("bankruptcy").flatMap(f -> f.choice(BANKRUPTCY)).orElse(Bankruptcy.CONTINUE);
        if (rule != Bankruptcy.CONTINUE && endowment.signum() < 0) {
            root.at("endowment").fail("0 or more, for everyone would be bankrupt from the start");
        }
        return rule;
    }
}
