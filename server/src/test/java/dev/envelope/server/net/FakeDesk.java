package dev.envelope.server.net;

import dev.envelope.game.message.Amount;
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
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.SeatAffairs;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import dev.envelope.server.request.Connection;
import dev.envelope.server.request.FrontDesk;
import dev.envelope.server.request.ReceiptHash;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.theory.mechanism.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A front desk that answers at once, but submissions only when it is not told to hold them; it remembers everything. */
final class FakeDesk implements FrontDesk {

    static final String NO_SESSION = "NOONE";
    static final String HASH = "ab".repeat(32);

    final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    final Queue<Connection> greeted = new ConcurrentLinkedQueue<>();
    final Queue<Connection> drained = new ConcurrentLinkedQueue<>();
    final Queue<Connection> closed = new ConcurrentLinkedQueue<>();
    final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
    volatile boolean holding;
    volatile boolean broken;

    @Override
    public void request(Connection connection, Request request) {
        requests.add(request);
        if (broken) {
            throw new StackOverflowError("deep");
        }
        if (request instanceof Request.Hello hello) {
            greeted.add(connection);
            connection.answer(hello.id(), welcome(hello));
        } else if (request instanceof Request.Ping ping) {
            connection.answer(ping.id(), new Response.Pong(ping.nonce()));
        } else if (request instanceof Request.GetSnapshot get) {
            connection.answer(get.id(), new Response.Current(snapshot()));
        } else if (request instanceof Request.Control control) {
            connection.answer(control.id(), new Response.Done());
        } else if (request instanceof Request.Submit submit) {
            submit(connection, submit);
        }
    }

    private void submit(Connection connection, Request.Submit submit) {
        int number = submit.message() instanceof Amount amount ? (int) amount.ticks() : 1;
        Runnable answer = () ->
                connection.answer(submit.id(), new Response.Receipt(submit.round(), number, ReceiptHash.parse(HASH)));
        if (holding) {
            held.add(answer);
        } else {
            answer.run();
        }
    }

    private static Response welcome(Request.Hello hello) {
        return hello.identity().joinCode().equals(NO_SESSION)
                ? new Response.Refused(new Refusal(RefusalCode.UNKNOWN_SESSION, "join_code: " + NO_SESSION))
                : new Response.Welcome(OptionalInt.of(0), "cd".repeat(16), snapshot());
    }

    /** The only connection that has said hello. */
    Connection only() {
        return greeted.element();
    }

    @Override
    public void drained(Connection connection) {
        drained.add(connection);
        connection.push(new Response.Current(snapshot()));
    }

    @Override
    public void closed(Connection connection) {
        closed.add(connection);
    }

    static Snapshot snapshot() {
        return new Snapshot(
                "Two bidders",
                Phase.LOBBY,
                false,
                1,
                2,
                false,
                false,
                10,
                List.of(treatment()),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                new SeedProof("ef".repeat(32), false, Optional.empty()),
                PayView.NONE,
                SeatAffairs.NONE);
    }

    static Treatment treatment() {
        return new Treatment(
                "spa",
                MechanismSpec.of(MechanismType.SECOND_PRICE, Map.of("reserve", 25.0)),
                List.of(new RoleSpec("bidder", Side.BIDDER, 2, DistributionSpec.uniform(0, 100))),
                new Ticks(new BigDecimal("0.01"), 0, 10_000),
                Matching.RANDOM_STRANGERS,
                Timing.DEFAULT,
                Reveal.DEFAULT,
                AbsentRule.ABSTAIN);
    }
}
