package dev.envelope.benchmarks;

import dev.envelope.client.BlockingSeat;
import dev.envelope.client.ClientRuntime;
import dev.envelope.client.EnvelopeClient;
import dev.envelope.client.JoinRequest;
import dev.envelope.client.SeatClient;
import dev.envelope.client.SeatKey;
import dev.envelope.client.api.Endpoint;
import dev.envelope.client.api.Receipt;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;

/**
 * A class on real connections: everybody joins at once, everybody bids at once, some lose their connection in the middle
 * of a round that has no deadline, and come back for the last one.
 */
final class Classroom {

    private static final int GROUP = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EnvelopeClient client;
    private final String joinCode;
    private final List<SeatKey> keys = new ArrayList<>();
    private final List<Pupil> pupils = new ArrayList<>();

    /** At most {@code people} in the session {@code joinCode} of the server at {@code endpoint}. */
    Classroom(ClientRuntime runtime, Endpoint endpoint, String joinCode, int people) {
        this.client = EnvelopeClient.of(runtime, endpoint);
        this.joinCode = joinCode;
        for (int i = 0; i < people; i++) {
            keys.add(SeatKey.random());
        }
    }

    /**
     * What was measured, in milliseconds.
     *
     * @param join until everybody had a seat
     * @param bids until everybody had a receipt
     * @param dropped until the round was settled in which some were gone, since they went
     */
    record Times(long join, long bids, long dropped) {}

    /** The plan that a class of {@code people} plays: three rounds without a deadline. */
    static Plan plan(int people) {
        return PlanReader.read("""
                        envelope: 1
                        title: Class
                        seats: %d
                        timing: {type: none, grace: 0, result: 0}
                        drop_outs: {after: 1}
                        treatments:
                          auction: {mechanism: first_price, bidders: %d, values: [0, 100]}
                        rounds: 3
                        """.formatted(people, GROUP)).orElseThrow();
    }

    /**
     * Plays it to the end.
     *
     * @param percent how many of a hundred lose their connection in the second round
     * @throws IllegalStateException when somebody has no seat of its own, or not one payoff in every round
     */
    Times play(int percent) {
        long start = System.nanoTime();
        join();
        final long join = millisSince(start);
        requireOwnSeats();
        pupils.forEach(pupil -> pupil.awaitOpen(1));
        start = System.nanoTime();
        bid(1, pupils);
        final long bids = millisSince(start);
        pupils.forEach(pupil -> pupil.awaitOpen(2));
        start = System.nanoTime();
        List<Pupil> gone = drop(percent);
        List<Pupil> here = new ArrayList<>(pupils);
        here.removeAll(gone);
        bid(2, here);
        here.forEach(pupil -> pupil.awaitSettled(2));
        final long dropped = millisSince(start);
        comeBack(gone);
        pupils.forEach(pupil -> pupil.awaitOpen(3));
        bid(3, pupils);
        pupils.forEach(pupil -> pupil.awaitSettled(3));
        return new Times(join, bids, dropped);
    }

    private void join() {
        List<CompletionStage<SeatClient>> joining = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            joining.add(client.takeSeat(JoinRequest.person(joinCode, "Pupil " + i, keys.get(i))));
        }
        for (CompletionStage<SeatClient> each : joining) {
            pupils.add(new Pupil(BlockingSeat.await(each, PATIENCE)));
        }
    }

    private void requireOwnSeats() {
        long seats =
                pupils.stream().mapToInt(pupil -> pupil.seat.seat()).distinct().count();
        if (seats != keys.size()) {
            throw new IllegalStateException("seats: " + seats + " (expected: one for each of " + keys.size() + ")");
        }
    }

    private static void bid(int round, List<Pupil> bidders) {
        List<CompletionStage<Receipt>> bids = new ArrayList<>();
        for (Pupil bidder : bidders) {
            bids.add(bidder.seat.submit(round, new Amount(10L * bidder.seat.seat())));
        }
        bids.forEach(each -> BlockingSeat.await(each, PATIENCE));
    }

    private List<Pupil> drop(int percent) {
        List<Pupil> mixed = new ArrayList<>(pupils);
        Collections.shuffle(mixed, new Random(percent));
        List<Pupil> gone = mixed.subList(0, pupils.size() * percent / 100);
        gone.forEach(pupil -> pupil.seat.close());
        return gone;
    }

    private void comeBack(List<Pupil> gone) {
        for (Pupil pupil : gone) {
            int place = pupils.indexOf(pupil);
            JoinRequest again = JoinRequest.person(joinCode, "Pupil " + place, keys.get(place));
            SeatClient seat = BlockingSeat.await(client.takeSeat(again), PATIENCE);
            if (seat.seat() != pupil.seat.seat()) {
                throw new IllegalStateException("seat: " + seat.seat() + " (expected: " + pupil.seat.seat() + ")");
            }
            pupils.set(place, new Pupil(seat));
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
