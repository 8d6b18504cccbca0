package dev.envelope.client;

import dev.envelope.client.api.ClientLimits;
import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Lifeline;
import dev.envelope.client.link.Outgoing;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Reveal;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.SeatAffairs;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import dev.envelope.theory.mechanism.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** A seat on a scripted server and virtual time; listeners are called at once. */
final class Scene {

    static final Treatment FIRST_PRICE = new Treatment(
            "fp",
            MechanismSpec.of(MechanismType.FIRST_PRICE, Map.of()),
            List.of(new RoleSpec("bidder", Side.BIDDER, 4, DistributionSpec.uniform(0, 100))),
            new Ticks(new BigDecimal("0.01"), 0, 10_000),
            Matching.RANDOM_STRANGERS,
            Timing.DEFAULT,
            Reveal.DEFAULT,
            AbsentRule.ABSTAIN);

    final ManualLoop loop = new ManualLoop();
    final FakeServer server = new FakeServer();
    final Lifeline.Wiring wiring =
            new Lifeline.Wiring(loop, server, ClientLimits.DEFAULT, new RequestIds(100), new SplittableRandom(1));

    CompletableFuture<SeatClient> join() {
        return SeatMembership.enter(
                        wiring, new Outgoing.Participant("ABCD", "Ann", "00".repeat(16), false), Runnable::run)
                .toCompletableFuture();
    }

    SeatClient seated() {
        CompletableFuture<SeatClient> joined = join();
        server.answer(welcome(lobby()));
        return joined.join();
    }

    static Incoming.Welcome welcome(Incoming.Current current) {
        return new Incoming.Welcome(OptionalInt.of(7), 4, 30_000, current);
    }

    static Incoming.Current lobby() {
        return new Incoming.Current(base(Phase.LOBBY, Optional.empty()), Optional.empty(), Optional.empty());
    }

    static Incoming.Current open(int round, int receipts, Optional<Message> standing) {
        return new Incoming.Current(
                base(Phase.OPEN, round == 1 ? Optional.empty() : Optional.of(result(round - 1)), receipts),
                Optional.of(opened(round)),
                standing);
    }

    static Incoming.Current finished() {
        return new Incoming.Current(base(Phase.FINISHED, Optional.of(result(3))), Optional.empty(), Optional.empty());
    }

    static Incoming.RoundOpened opened(int round) {
        return new Incoming.RoundOpened(round, "fp", 0, 5_000, OptionalLong.of(60_000));
    }

    static RoundResult result(int round) {
        return new RoundResult(
                round,
                Optional.empty(),
                true,
                5_000,
                0,
                0,
                0,
                10L * round,
                OptionalLong.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.empty());
    }

    static Incoming.SessionChanged changed(Phase phase, boolean paused) {
        return new Incoming.SessionChanged(phase, paused, OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    private static Snapshot base(Phase phase, Optional<RoundResult> last) {
        return base(phase, last, 0);
    }

    private static Snapshot base(Phase phase, Optional<RoundResult> last, int receipts) {
        return new Snapshot(
                "A session",
                phase,
                false,
                1,
                4,
                false,
                false,
                3,
                List.of(FIRST_PRICE),
                Optional.empty(),
                last,
                last.map(RoundResult::totalTicks).orElse(0L),
                receipts,
                new SeedProof("c0", false, Optional.empty()),
                PayView.NONE,
                SeatAffairs.NONE);
    }
}
