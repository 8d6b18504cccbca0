package dev.envelope.lab.person;

import dev.envelope.client.SeatClient;
import dev.envelope.client.SeatListener;
import dev.envelope.client.api.News;
import dev.envelope.client.api.Receipt;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
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
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.FormsStatus;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.SeatAffairs;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import dev.envelope.theory.mechanism.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Seat 3 of a second-price session without a server: the test says what happens. */
final class FakeSeat implements SeatClient {
    static final Treatment SECOND_PRICE = new Treatment(
            "second",
            MechanismSpec.of(MechanismType.SECOND_PRICE, Map.of()),
            List.of(new RoleSpec("bidder", Side.BIDDER, 4, DistributionSpec.uniform(0, 100))),
            new Ticks(new BigDecimal("0.01"), 0, 10_000),
            Matching.RANDOM_STRANGERS,
            Timing.DEFAULT,
            Reveal.DEFAULT,
            AbsentRule.ABSTAIN);

    final List<Message> submitted = new ArrayList<>();
    final CompletableFuture<SeatListener> listener = new CompletableFuture<>();
    boolean connected = true;
    boolean instructorStarts;
    private Phase phase = Phase.OPEN;
    private @Nullable RuntimeException refusal;
    private Optional<Snapshot> first = Optional.empty();

    /** Refuses the next message with {@code failure}. */
    void refuseNext(RuntimeException failure) {
        refusal = failure;
    }

    /** The person comes back when round {@code round} has been won and the next is not open, perhaps with the clock stopped. */
    void comesBackAfter(int round, boolean paused) {
        first = Optional.of(paused(snapshot(Phase.SETTLED, Optional.of(result(round))), paused));
    }

    /** The connection is cut, and made again after {@code tries} attempts, in round {@code round}, where {@code message} stands. */
    void cut(int tries, int round, Message message) {
        SeatListener person = listener.join();
        for (int i = 0; i < tries; i++) {
            person.disconnected(new IOException("reset"), Duration.ofSeconds(2));
        }
        person.reconnected();
        stands(round, message);
    }

    /** A snapshot comes in round {@code round}, in which {@code message} stands. */
    void stands(int round, Message message) {
        View view = view(round, Optional.of(message));
        Snapshot now = snapshot(Phase.OPEN, Optional.empty());
        listener.join()
                .refreshed(new Snapshot(
                        now.title(),
                        now.phase(),
                        false,
                        4,
                        4,
                        false,
                        false,
                        2,
                        now.treatments(),
                        Optional.of(view),
                        Optional.empty(),
                        0,
                        0,
                        now.proof(),
                        now.pay(),
                        now.affairs()));
    }

    final List<Object> filled = new ArrayList<>();
    final Map<FormKind, FormPage> pages = new TreeMap<>();
    Optional<String> playedBy = Optional.empty();
    private FormsStatus forms = FormsStatus.NONE;

    /** How far the seat is with what people fill out has changed. */
    void forms(Phase now, FormsStatus status) {
        phase = now;
        forms = status;
        listener.join().refreshed(snapshot());
    }

    /** The connection is made again while what is filled out stands as it did. */
    void comesBackToForms() {
        SeatListener person = listener.join();
        person.disconnected(new IOException("reset"), Duration.ofSeconds(2));
        person.reconnected();
        person.refreshed(snapshot());
    }

    @Override
    public CompletionStage<FormPage> form(FormKind kind) {
        return CompletableFuture.completedFuture(pages.get(kind));
    }

    @Override
    public CompletionStage<FormsStatus> consent(boolean agreed) {
        filled.add(agreed);
        return CompletableFuture.completedFuture(forms);
    }

    @Override
    public CompletionStage<FormsStatus> comprehend(int attempt, List<FormAnswer> answers) {
        filled.add(answers);
        RuntimeException failure = refusal;
        refusal = null;
        return failure == null ? CompletableFuture.completedFuture(forms) : CompletableFuture.failedFuture(failure);
    }

    @Override
    public CompletionStage<FormsStatus> fill(List<FormAnswer> answers) {
        filled.add(answers);
        return CompletableFuture.completedFuture(forms);
    }

    /** Round {@code round} opens with a value of 62.40 points. */
    View open(int round) {
        View view = view(round, Optional.empty());
        listener.join().roundOpened(view);
        return view;
    }

    private static View view(int round, Optional<Message> standing) {
        return new View(3, round, 2, Phase.OPEN, SECOND_PRICE, 0, 6_240, standing, OptionalLong.of(60_000), 0);
    }

    /** The last round, which is over, while the questionnaire is open for another minute and a half. */
    private static View lastRound() {
        return new View(
                3, 2, 2, Phase.QUESTIONNAIRE, SECOND_PRICE, 0, 6_240, Optional.empty(), OptionalLong.of(90_000), 0);
    }

    /** Round {@code round} is won at a price of 50.00 points. */
    void won(int round) {
        listener.join().roundSettled(result(round));
    }

    private static RoundResult result(int round) {
        return new RoundResult(
                round,
                Optional.empty(),
                false,
                6_240,
                1,
                5_000,
                1_240,
                1_240L * round,
                OptionalLong.of(5_000),
                OptionalInt.empty(),
                List.of(),
                Optional.empty());
    }

    /** The connection is made again when the session has finished with round {@code round}. */
    void comesBackToTheEnd(int round) {
        SeatListener person = listener.join();
        person.disconnected(new IOException("reset"), Duration.ofSeconds(2));
        person.reconnected();
        person.refreshed(snapshot(Phase.FINISHED, Optional.of(result(round))));
        person.roundSettled(result(round));
    }

    /** Newer connections of the seat took this one's place. */
    void displaced() {
        listener.join()
                .closed(Optional.of(new Rejected(new Refusal(RefusalCode.TOO_MANY_CONNECTIONS, "connections: 5"))));
    }

    /** The session is over. */
    void finish() {
        listener.join().sessionChanged(snapshot(Phase.FINISHED, Optional.empty()));
    }

    private Snapshot snapshot(Phase phase, Optional<RoundResult> result) {
        return new Snapshot(
                "Class",
                phase,
                false,
                4,
                4,
                instructorStarts,
                false,
                2,
                List.of(SECOND_PRICE),
                phase == Phase.QUESTIONNAIRE ? Optional.of(lastRound()) : Optional.empty(),
                result,
                result.map(RoundResult::totalTicks).orElse(2_480L),
                0,
                new SeedProof("00", false, Optional.empty()),
                PayView.NONE,
                new SeatAffairs(playedBy, Optional.empty(), forms));
    }

    private static Snapshot paused(Snapshot s, boolean paused) {
        return new Snapshot(
                s.title(),
                s.phase(),
                paused,
                s.seatsTaken(),
                s.seatsWanted(),
                s.instructorStarts(),
                s.ending(),
                s.rounds(),
                s.treatments(),
                s.view(),
                s.lastResult(),
                s.totalTicks(),
                s.receipts(),
                s.proof(),
                s.pay(),
                s.affairs());
    }

    @Override
    public int seat() {
        return 3;
    }

    @Override
    public CompletionStage<Receipt> submit(int round, Message message) {
        RuntimeException failure = refusal;
        refusal = null;
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        submitted.add(message);
        return CompletableFuture.completedFuture(new Receipt(round, submitted.size(), "00"));
    }

    @Override
    public void listen(SeatListener added) {
        added.refreshed(first.orElseGet(() -> snapshot(Phase.LOBBY, Optional.empty())));
        listener.complete(added);
    }

    /** So many seats are taken, and nobody has begun. */
    void seatsTaken(int seats) {
        phase = Phase.LOBBY;
        listener.join().newsArrived(new News(seats, 4, OptionalInt.empty()));
    }

    @Override
    public Snapshot snapshot() {
        return snapshot(phase, Optional.empty());
    }

    @Override
    public CompletionStage<Snapshot> refresh() {
        return CompletableFuture.completedFuture(snapshot());
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public CompletionStage<Void> whenClosed() {
        return new CompletableFuture<>();
    }

    @Override
    public void close() {}
}
