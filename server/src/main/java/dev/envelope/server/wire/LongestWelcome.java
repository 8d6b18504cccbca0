package dev.envelope.server.wire;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Reveal;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.rules.Language;
import dev.envelope.game.rules.Rules;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.SeatAffairs;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The longest message that a session of a plan can lead to: the welcome of a seat between two rounds, with all treatments
 * and the last result, every number as long as it gets.
 */
public final class LongestWelcome {

    private static final String HASH = "ff".repeat(32);
    private static final String SERVER = "envelope ".repeat(8);
    private static final long LONGEST = -PlanLimits.AMOUNT.longValueExact();

    private LongestWelcome() {}

    /**
     * Checks that everyone can be told all of {@code plan}.
     *
     * @throws IllegalArgumentException when the longest message is longer than the limit, in either format
     */
    public static void require(Plan plan, Limits limits) {
        ResponseEncoder encoder =
                new ResponseEncoder(limits, SERVER, treatment -> Rules.sentence(treatment, Language.ENGLISH));
        Response welcome = new Response.Welcome(OptionalInt.of(PlanLimits.SEATS), HASH, snapshot(plan));
        int bytes = Stream.of(Format.values())
                .mapToInt(format -> encoder.answer(-1, welcome, format).size())
                .max()
                .orElseThrow();
        if (bytes > limits.maxFrameBytes()) {
            throw new IllegalArgumentException(
                    "treatments: up to " + bytes + " bytes to tell a player (expected: at most "
                            + limits.maxFrameBytes()
                            + ", by fewer treatments and roles, shorter names, or smaller markets where"
                            + " all messages are revealed)");
        }
        LongestPages.require(plan, limits, encoder);
    }

    private static Snapshot snapshot(Plan plan) {
        Treatment longest = plan.games().stream()
                .max(Comparator.comparingInt(treatment -> treatment.id().length()))
                .orElseThrow();
        return new Snapshot(
                plan.title(),
                Phase.FINISHED,
                true,
                PlanLimits.SEATS,
                PlanLimits.SEATS,
                true,
                true,
                PlanLimits.ROUNDS,
                plan.games(),
                Optional.of(view(longest)),
                Optional.of(result(plan)),
                Long.MIN_VALUE,
                -1,
                new SeedProof(HASH, true, Optional.of(new SeedProof.Revealed(HASH, HASH))),
                new PayView(plan.pay(), Optional.of(paid(plan))),
                new SeatAffairs(
                        Optional.of("x".repeat(40)),
                        Optional.of("\ud83d\ude00".repeat(500)),
                        LongestPages.status(plan)));
    }

    private static PayView.Paid paid(Plan plan) {
        List<Integer> rounds = Collections.nCopies(plan.pay().paid().count(), PlanLimits.ROUNDS);
        return new PayView.Paid(rounds, Long.MIN_VALUE, plan.pay().money(BigDecimal.valueOf(LONGEST)));
    }

    private static View view(Treatment treatment) {
        return new View(
                PlanLimits.SEATS,
                PlanLimits.ROUNDS,
                PlanLimits.ROUNDS,
                Phase.FINISHED,
                treatment,
                PlanLimits.ROLES,
                LONGEST,
                Optional.of(new Amount(LONGEST)),
                OptionalLong.of(Long.MAX_VALUE),
                Long.MIN_VALUE);
    }

    private static RoundResult result(Plan plan) {
        int revealed = plan.games().stream()
                .filter(treatment -> treatment.reveal().after() == Reveal.After.ALL_MESSAGES)
                .mapToInt(Treatment::marketSize)
                .max()
                .orElse(0);
        List<Message> messages = Collections.nCopies(revealed, new Amount(LONGEST));
        return new RoundResult(
                PlanLimits.ROUNDS,
                Optional.of(new Amount(LONGEST)),
                true,
                LONGEST,
                -1,
                LONGEST,
                Long.MIN_VALUE,
                Long.MIN_VALUE,
                OptionalLong.of(LONGEST),
                OptionalInt.of(PlanLimits.MARKET),
                messages,
                Optional.of("the mechanism failed: ".repeat(8)),
                OptionalLong.of(LONGEST));
    }
}
