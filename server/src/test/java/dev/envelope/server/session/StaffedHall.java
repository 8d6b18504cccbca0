package dev.envelope.server.session;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.game.view.View;
import dev.envelope.server.journal.MemoryJournal;
import dev.envelope.server.live.StandIns;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;

/** A hall whose stand-ins know one strategy, and what the tests of people in it do. */
abstract class StaffedHall {

    static final String DROP_OUTS = "drop_outs: {after: 30, plays: truthful}";

    final Truthful truthful = new Truthful();
    final Hall hall = new Hall(new MemoryJournal(), Limits.DEFAULT, truthful);

    /** Knows one strategy that bids its value, and one that bids nothing. */
    static final class Truthful implements StandIns {

        final AtomicInteger asked = new AtomicInteger();
        IntConsumer whenAsked = times -> {};

        @Override
        public void prepare(StandIn standIn, List<Treatment> treatments) {
            if (!Set.of("truthful", "zero_intelligence").contains(standIn.strategy())) {
                throw new IllegalArgumentException("no such strategy");
            }
        }

        @Override
        public Message decide(StandIn standIn, View view, RandomGenerator random) {
            prepare(standIn, List.of());
            whenAsked.accept(asked.incrementAndGet());
            return new Amount(standIn.strategy().equals("zero_intelligence") ? 0 : view.valueTicks());
        }
    }

    @AfterEach
    void close() {
        hall.close();
    }

    static String refusal(Response response) {
        return ((Response.Refused) response).refusal().reason();
    }

    /** Time goes on, and the session has noticed. */
    void pass(long millis) {
        hall.clock.addAndGet(millis);
        for (int i = 0; i < 3; i++) {
            FakeConnection probe = new FakeConnection();
            hall.registry.all().forEach(s -> hall.hello(probe, new Identity.Spectator(s.joinCode())));
        }
    }

    Optional<StandIn> standIn(OpenedSession session, int seat) {
        return hall.registry.state(session.joinCode()).orElseThrow().standIn(seat);
    }

    String playedBy(OpenedSession session, int seat) {
        return standIn(session, seat).map(StandIn::strategy).orElse("");
    }

    FakeConnection instructor(OpenedSession session) {
        FakeConnection instructor = new FakeConnection();
        hall.hello(instructor, new Identity.Instructor(session.joinCode(), session.instructorToken()));
        return instructor;
    }

    Response control(FakeConnection connection, Request.Action action, ControlDetails details) {
        long id = hall.nextRequest();
        hall.registry.request(connection, new Request.Control(id, action, details));
        return connection.awaitAnswer(id);
    }

    OpenedSession open(int seats, String staffing) {
        return hall.registry.open(plan(seats, staffing), OpenOptions.REPRODUCIBLE);
    }

    static Plan plan(int seats, String staffing) {
        return PlanReader.read("""
                envelope: 1
                tick: 0.01
                seats: %d
                seed: test
                timing: {seconds: 60, grace: 5, result: 4}
                treatments:
                  only: {mechanism: first_price, bidders: 2, values: [0, 100]}
                rounds: 3
                %s
                """.formatted(seats, staffing)).orElseThrow();
    }
}
