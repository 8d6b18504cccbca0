package dev.envelope.client;

import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.Receipt;
import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Lifeline;
import dev.envelope.client.link.Outgoing;
import dev.envelope.client.link.Submissions;
import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.message.Message;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.FormsStatus;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A participant's membership: it can submit. */
final class SeatMembership extends Membership implements SeatClient {

    private final Submissions submissions;
    private int outstanding;

    private SeatMembership(Lifeline.Wiring wiring, Outgoing.Hello hello, Executor workers) {
        super(wiring, hello, workers);
        this.submissions = new Submissions(line, new Standing());
        this.outstanding = wiring.limits().outstanding();
    }

    /** Takes a seat. */
    static CompletionStage<SeatClient> enter(Lifeline.Wiring wiring, Outgoing.Participant hello, Executor workers) {
        SeatMembership seat = new SeatMembership(wiring, hello, workers);
        return seat.enter(seat);
    }

    @Override
    public int seat() {
        return known().seat().orElseThrow(() -> new IllegalStateException("the server gave no seat"));
    }

    @Override
    public CompletionStage<Receipt> submit(int round, Message message) {
        CompletableFuture<Receipt> result = new CompletableFuture<>();
        if (!wiring.loop().execute(() -> submit(round, message, result))) {
            result.completeExceptionally(new NotSent("the client was closed"));
        }
        return result;
    }

    private void submit(int round, Message message, CompletableFuture<Receipt> result) {
        if (isOver()) {
            result.completeExceptionally(new NotSent("the client was closed"));
        } else if (submissions.size() >= outstanding) {
            result.completeExceptionally(new NotSent(submissions.size()
                    + " submissions have no answer yet (expected: fewer than " + outstanding + " before the next)"));
        } else {
            submissions.add(wiring.ids().getAsLong(), round, message, result);
        }
    }

    @Override
    public CompletionStage<FormPage> form(FormKind kind) {
        return ask(
                new Outgoing.GetForm(kind),
                answer -> answer instanceof Incoming.Page page ? Optional.of(page.page()) : Optional.empty());
    }

    @Override
    public CompletionStage<FormsStatus> consent(boolean agreed) {
        return fill(new Outgoing.FillForm(FormKind.CONSENT, agreed, 0, List.of()));
    }

    @Override
    public CompletionStage<FormsStatus> comprehend(int attempt, List<FormAnswer> answers) {
        return fill(new Outgoing.FillForm(FormKind.COMPREHENSION, false, attempt, answers));
    }

    @Override
    public CompletionStage<FormsStatus> fill(List<FormAnswer> answers) {
        return fill(new Outgoing.FillForm(FormKind.QUESTIONNAIRE, false, 0, answers));
    }

    private CompletionStage<FormsStatus> fill(Outgoing.FillForm request) {
        return ask(request, answer -> {
            if (!(answer instanceof Incoming.Current current)) {
                return Optional.empty();
            }
            learn(current);
            return Optional.of(snapshot().affairs().forms());
        });
    }

    @Override
    public void listen(SeatListener listener) {
        addListener(listener);
    }

    @Override
    void resumed(Incoming.Welcome welcome) {
        if (welcome.outstanding() > 0) {
            outstanding = Math.min(wiring.limits().outstanding(), welcome.outstanding());
        }
        submissions.resume(known().open().map(View::round).orElse(0));
    }

    @Override
    void abandoned(String why, @Nullable Throwable cause) {
        submissions.abandon(why, cause);
    }

    /** What the submissions know of the seat, and tell it. */
    private final class Standing implements Submissions.Seat {

        @Override
        public Optional<Message> standing(int round) {
            return known().standing(round);
        }

        @Override
        public int receipts() {
            return known().snapshot().receipts();
        }

        @Override
        public void stands(int round, Message message, int receipt) {
            setKnown(known().withStanding(round, message, receipt));
        }

        @Override
        public CompletionStage<Snapshot> look() {
            return refresh();
        }
    }
}
